package org.openimr.systemtest.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.cli.Imr;
import org.openimr.cli.console.CapturedConsole;
import org.openimr.cli.console.ExitCode;
import org.openimr.enrich.guideline.GuidelineTopicClient;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.reconcile.Reconciliation;
import org.openimr.sink.reconcile.ReconciliationSettings;
import org.openimr.sink.reconcile.report.ReconciliationReport;
import org.openimr.standalone.pipeline.DataDirectory;
import org.openimr.standalone.pipeline.LocalPipeline;
import org.openimr.standalone.pipeline.PipelinePorts;
import org.openimr.testkit.letter.SyntheticCaseLetter;
import org.openimr.testkit.pipeline.PipelineFixture;
import org.openimr.testkit.pipeline.RawLetterSender;

/** Letters read otherwise from one day on: they are replayed, then all is read again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplayIT {
  private static final String CITED = "mtus/low-back-complaints/2004";
  private static final String ONE = "CM17-9200001";
  private static final String REVISED = "CM17-9200002";
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Map<String, String> AFTER_REPLAY =
      Map.of(ONE, "revision 2, 2 items", REVISED, "revision 3, 1 items");

  @TempDir static Path folder;
  private static Instant betweenBoth;
  private static DataDirectory data;
  private static LocalPipeline pipeline;
  private static Settings settings;

  @BeforeAll
  static void aLetterARevisedOneAndNoLetterAreThrough() throws Exception {
    data = DataDirectory.open(Optional.of(folder.resolve("data")), false);
    start();
    RawLetterSender.sendAll(
        settings,
        List.of(
            SyntheticCaseLetter.of(ONE, 40, "Synthetic belt", "Synthetic kit"),
            SyntheticCaseLetter.of(REVISED, 40, "Synthetic belt", "Synthetic kit"),
            "It was a bright morning in the synthetic harbour."));
    await().atMost(PATIENCE).until(() -> pipeline.letterCounts().letters() == 3);
    betweenBoth = Instant.now();
    RawLetterSender.sendAll(
        settings, List.of(SyntheticCaseLetter.of(REVISED, 41, "Synthetic belt")));
    await().atMost(PATIENCE).until(() -> pipeline.letterCounts().letters() == 4);
  }

  @AfterAll
  static void stop() {
    pipeline.close();
    data.close();
  }

  @Test
  @Order(1)
  void sendsNothingWithoutChanges() {
    CapturedConsole console = CapturedConsole.file();

    assertThat(imr(console, "replay")).as(console.err()).isZero();

    assertThat(console.out()).contains("nothing sent");
  }

  @Test
  @Order(2)
  void dryRunReportsChangedFieldsAndSendsNothing() throws Exception {
    new GuidelineTopicClient(settings)
        .load(
            CatalogueFileReader.seedGuidelines().stream()
                .filter(entry -> !entry.id().equals(CITED))
                .toList());
    CapturedConsole console = CapturedConsole.file();

    assertThat(imr(console, "replay", "--dry-run", "--parser-version", "1")).isZero();

    assertThat(console.out())
        .containsPattern("decisions.reviewerBasis.citations +2 ")
        .contains("nothing sent");
  }

  @Test
  @Order(3)
  void replaysOnlySelectedLetters() {
    assertThat(changedAndNotThere()).isEqualTo("2 changed, 0 not there");
    assertThat(changedAndNotThere("--case", ONE)).isEqualTo("1 changed, 0 not there");
    assertThat(changedAndNotThere("--from", betweenBoth.toString()))
        .isEqualTo("1 changed, 1 not there");
    assertThat(changedAndNotThere("--until", betweenBoth.toString()))
        .isEqualTo("1 changed, 1 not there");
    assertThat(changedAndNotThere("--from", "1000000")).isEqualTo("0 changed, 2 not there");
    assertThat(changedAndNotThere("--parser-version", "none")).isEqualTo("0 changed, 0 not there");
  }

  @Test
  @Order(4)
  void rejectsInvalidSelection() {
    CapturedConsole console = CapturedConsole.file();

    assertThat(imr(console, "replay", "--from", "last Tuesday")).isEqualTo(2);
    assertThat(console.err()).contains("examples: 2026-11-01");
    assertThat(imr(console, "replay", "--rate", "0")).isEqualTo(2);
    assertThat(console.err()).contains("--rate must be at least 1");
  }

  @Test
  @Order(5)
  void republishesLatestLetterOfACaseOnce() {
    // until the running service has taken the catalogue up, it leaves out what is sent
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              imr(CapturedConsole.file(), "replay");
              assertThat(report().letters().redeliveredAsRevision()).isEqualTo(2);
            });

    assertThat(LatestDeterminations.read(settings)).isEqualTo(AFTER_REPLAY);
    CapturedConsole again = CapturedConsole.file();
    imr(again, "replay", "--json");
    assertThat(again.out()).contains("\"changed\" : 0").contains("\"sent\" : 0");
    assertThat(report().differences()).isEmpty();
  }

  @Test
  @Order(6)
  void resetFailsWhileServicesRun() {
    CapturedConsole console = CapturedConsole.file();

    assertThat(imr(console, "reset", "--yes")).isEqualTo(ExitCode.FAILED);

    assertThat(console.err()).contains("Stop all its instances");
  }

  @Test
  @Order(7)
  void rereadsEverythingAfterResetWithoutRepublishing() throws Exception {
    ReconciliationReport before = report();
    pipeline.close();
    try (PipelineFixture cluster = PipelineFixture.embedded().start(data.path())) {
      settings = settings(cluster.bootstrapServers(), cluster.registryUrl());
      CapturedConsole console = CapturedConsole.file();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(
                          imr(
                              console,
                              "reset",
                              "--yes",
                              "--all",
                              "--state",
                              data.subdirectory("enrich").toString()))
                      .as(console.err())
                      .isZero());
    }
    start();

    await()
        .atMost(PATIENCE)
        .until(() -> report().letters().redelivered() > before.letters().redelivered() + 4);

    ReconciliationReport after = report();
    assertThat(after.differences()).isEmpty();
    assertThat(after.events()).isEqualTo(before.events());
    assertThat(after.letters().determinations()).isEqualTo(before.letters().determinations());
    assertThat(LatestDeterminations.read(settings)).isEqualTo(AFTER_REPLAY);
  }

  private static void start() throws Exception {
    pipeline = LocalPipeline.start(data, PipelinePorts.FREE, step -> {});
    Settings connection = pipeline.connection();
    settings = settings(connection.text(Settings.BOOTSTRAP), connection.text(Settings.REGISTRY));
    pipeline.awaitReady(() -> false);
  }

  private static String changedAndNotThere(String... scope) {
    CapturedConsole console = CapturedConsole.file();
    List<String> arguments = new ArrayList<>(List.of("replay", "--dry-run", "--json"));
    arguments.addAll(List.of(scope));
    assertThat(imr(console, arguments.toArray(String[]::new))).as(console.err()).isZero();
    try {
      JsonNode report = new ObjectMapper().readTree(console.out());
      return "%d changed, %d not there"
          .formatted(report.get("changed").asInt(), report.get("notThere").asInt());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReconciliationReport report() {
    return new Reconciliation(settings, List.of()).byKey(PATIENCE);
  }

  private static int imr(CapturedConsole console, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--bootstrap-server", settings.text(Settings.BOOTSTRAP)));
    all.addAll(List.of("--registry", settings.text(Settings.REGISTRY)));
    return Imr.commandLine(console.console()).execute(all.toArray(String[]::new));
  }

  private static Settings settings(String bootstrap, String registry) {
    return Settings.of(
        ReconciliationSettings.ALL,
        Map.of(Settings.BOOTSTRAP.key(), bootstrap, Settings.REGISTRY.key(), registry));
  }
}
