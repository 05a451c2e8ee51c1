package org.openimr.systemtest.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.cli.Imr;
import org.openimr.cli.console.CapturedConsole;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.reconcile.Reconciliation;
import org.openimr.sink.reconcile.ReconciliationSettings;
import org.openimr.sink.reconcile.report.Discrepancy;
import org.openimr.sink.reconcile.report.ReconciliationReport;
import org.openimr.sink.reconcile.spi.ReconciledSink;
import org.openimr.sink.reconcile.spi.SinkInventory;
import org.openimr.standalone.pipeline.DataDirectory;
import org.openimr.standalone.pipeline.LocalPipeline;
import org.openimr.standalone.pipeline.PipelinePorts;
import org.openimr.testkit.letter.SyntheticCaseLetter;
import org.openimr.testkit.pipeline.RawLetterSender;

/** The running pipeline is reconciled; then events are lost by hand, one after the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReconcileIT {
  private static final int CASES = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  @TempDir static Path folder;
  private static DataDirectory data;
  private static LocalPipeline pipeline;
  private static Settings settings;

  @BeforeAll
  static void lettersOfAllKindsAreThrough() throws Exception {
    data = DataDirectory.open(Optional.of(folder.resolve("data")), false);
    pipeline = LocalPipeline.start(data, PipelinePorts.FREE, step -> {});
    settings = pipeline.connection();
    pipeline.awaitReady(() -> false);
    List<String> letters = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      letters.add(SyntheticCaseLetter.of(number(i), 40, "Synthetic belt", "Synthetic kit"));
    }
    RawLetterSender.sendAll(settings, letters);
    await().atMost(PATIENCE).until(() -> pipeline.letterCounts().letters() == CASES);
    RawLetterSender.sendAll(
        settings,
        List.of(
            letters.get(0).replace("\n", "\r\n"),
            SyntheticCaseLetter.of(number(1), 41, "Synthetic belt"),
            "It was a bright morning in the synthetic harbour.",
            ""));
  }

  @AfterAll
  static void stop() {
    pipeline.close();
    data.close();
  }

  @Test
  @Order(1)
  void everyLetterHasAnOutcome() {
    ReconciliationReport report = reconciliation().byKey(PATIENCE);

    assertThat(report.differences()).isEmpty();
    assertThat(report.isInFlight()).isFalse();
    var letters = report.letters();
    assertThat(letters.taken()).isEqualTo(CASES + 4);
    assertThat(letters.determinations()).isEqualTo(CASES + 1);
    assertThat(letters.duplicates()).isEqualTo(1);
    assertThat(letters.deadAtIngest() + letters.deadAtEnrich()).isEqualTo(2);
    assertThat(report.events().cases()).isEqualTo(CASES);
    assertThat(report.events().items()).isEqualTo(2 * CASES - 1);
    assertThat(report.events().tombstones()).isEqualTo(1);
  }

  @Test
  @Order(2)
  void commandReportsResultAndCost() {
    CapturedConsole console = CapturedConsole.file();

    int exitCode = imr(console, "reconcile");

    assertThat(exitCode).as(console.err()).isZero();
    assertThat(console.out()).contains("no differences").contains("by counts");
  }

  @Test
  @Order(2)
  void reportsMissingCaseAndOutdatedItemOfSink() {
    ReconciledSink sink =
        new ReconciledSink("store", Set.of(), () -> Optional.of(new StoreThatLacks(number(3))));

    ReconciliationReport report = reconciliation(sink).byKey(Duration.ZERO);

    assertThat(report.differences())
        .extracting(Discrepancy::check, Discrepancy::key)
        .contains(
            tuple("store", Optional.empty()),
            tuple("store", Optional.of(number(3))),
            tuple("store", Optional.of(number(4) + "#1")))
        .allMatch(named -> named.toList().getFirst().equals("store"));
  }

  /** Holds all but a case, and the next case's first item in a revision that never was. */
  private record StoreThatLacks(String lacking) implements SinkInventory {
    @Override
    public String sink() {
      return "store";
    }

    @Override
    public long cases() {
      return CASES - 1;
    }

    @Override
    public long items() {
      return 2 * CASES - 1;
    }

    @Override
    public void forEachCase(RevisionConsumer entry) {
      for (int i = 0; i < CASES; i++) {
        if (!number(i).equals(lacking)) {
          entry.accept(number(i), i == 1 ? 2 : 1);
        }
      }
    }

    @Override
    public void forEachItem(RevisionConsumer entry) {
      for (int i = 0; i < CASES; i++) {
        entry.accept(number(i) + "#1", i == 1 ? 2 : i == 4 ? 9 : 1);
        if (i != 1) {
          entry.accept(number(i) + "#2", 1);
        }
      }
    }

    @Override
    public void close() {}
  }

  @Test
  @Order(3)
  void reportsMissingItemEvent() throws Exception {
    tombstone(Topic.ITEM_DECISIONS, number(5) + "#2", number(5));

    CapturedConsole console = CapturedConsole.file();
    int exitCode = imr(console, "reconcile", "--deep", "--json");

    assertThat(exitCode).isEqualTo(1);
    assertThat(console.out()).contains("\"key\" : \"" + number(5) + "#2\"");
    assertThat(console.out()).contains("\"equal\" : false");
  }

  @Test
  @Order(4)
  void reportsMissingDetermination() throws Exception {
    tombstone(Topic.DETERMINATIONS, number(7), number(7));

    assertThat(reconciliation().byKey(PATIENCE).differences())
        .extracting(Discrepancy::key)
        .contains(Optional.of(number(7)));
  }

  private static Reconciliation reconciliation(ReconciledSink... sinks) {
    return new Reconciliation(
        Settings.of(
            ReconciliationSettings.ALL,
            Map.of(
                Settings.BOOTSTRAP.key(), settings.text(Settings.BOOTSTRAP),
                Settings.REGISTRY.key(), settings.text(Settings.REGISTRY))),
        List.of(sinks));
  }

  private static int imr(CapturedConsole console, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--bootstrap-server", settings.text(Settings.BOOTSTRAP)));
    all.addAll(List.of("--registry", settings.text(Settings.REGISTRY)));
    return Imr.commandLine(console.console()).execute(all.toArray(String[]::new));
  }

  private static String number(int number) {
    return "CM17-%07d".formatted(9_100_000 + number);
  }

  private static void tombstone(Topic topic, String key, String caseKey) throws Exception {
    int partition = Utils.toPositive(Utils.murmur2(caseKey.getBytes(UTF_8))) % topic.partitions();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.copyOf(settings.kafka()), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  topic.topicName(), partition, key.getBytes(UTF_8), (byte[]) null))
          .get();
    }
  }
}
