package org.openimr.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.enrich.LetterCounts;
import org.openimr.event.CaseHeader;
import org.openimr.event.CaseOutcome;
import org.openimr.event.ClinicalSummary;
import org.openimr.event.Determination;
import org.openimr.event.ItemDecision;
import org.openimr.event.LetterReceived;
import org.openimr.event.Outcome;
import org.openimr.event.Warning;
import org.openimr.event.WarningCode;
import org.openimr.parser.ParserVersion;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.ledger.OutcomeLedger;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.topic.Topic;

/** The topology without a broker, with the client's in-memory registry. */
class EnrichTopologyTest {
  private static final Map<String, String> REGISTRY =
      Map.of("schema.registry.url", "mock://enrich-topology");
  private static final String KEY = "CM17-9123456";

  @TempDir Path state;
  private TopologyTestDriver driver;
  private TestInputTopic<String, byte[]> letters;
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final RejectedRecords rejectedRecords = new RejectedRecords();
  private final EventSerdes serdes = EventSerdes.of(REGISTRY);

  @BeforeEach
  void start() throws Exception {
    SchemaRegistrar.register(REGISTRY);
    Properties settings = new Properties();
    settings.put("application.id", "test");
    settings.put("state.dir", state.toString());
    driver =
        new TopologyTestDriver(
            EnrichTopology.of(
                REGISTRY,
                LetterInterpreter.standard(),
                rejectedRecords,
                new EnrichMetrics(metrics),
                Tracing.OFF),
            settings);
    letters =
        driver.createInputTopic(
            Topic.LETTERS.topicName(), new StringSerializer(), new ByteArraySerializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void publishesHeaderSummaryItemsAndDetermination() {
    send(EnrichTestLetters.text(KEY, "Sample belt: Upheld", "Sample kit: Overturned"));

    assertThat(this.<CaseHeader>values(Topic.CASE_HEADERS))
        .singleElement()
        .satisfies(
            header -> {
              assertThat(header.getCaseNumber()).isEqualTo(KEY);
              assertThat(header.getOutcome()).isEqualTo(CaseOutcome.PARTIALLY_OVERTURNED);
              assertThat(header.getRevision()).isEqualTo(1);
            });
    assertThat(this.<ClinicalSummary>values(Topic.CLINICAL_SUMMARIES))
        .singleElement()
        .satisfies(summary -> assertThat(summary.getPatientAge()).isEqualTo(44));
    assertThat(this.<ItemDecision>values(Topic.ITEM_DECISIONS))
        .extracting(ItemDecision::getItemNumber, ItemDecision::getOutcome)
        .containsExactly(tuple(1, Outcome.UPHELD), tuple(2, Outcome.OVERTURNED));
    assertThat(this.<Determination>values(Topic.DETERMINATIONS))
        .singleElement()
        .satisfies(whole -> assertThat(whole.getDecisions()).hasSize(2));
    assertThat(ledger()).isEqualTo(new LetterCounts(1, 0, 0));
  }

  @Test
  void publishesPartsOfDetermination() {
    send(EnrichTestLetters.text(KEY, "Sample belt: Upheld", "Sample kit: Overturned"));

    Determination whole = this.<Determination>values(Topic.DETERMINATIONS).getFirst();
    assertThat(this.<CaseHeader>values(Topic.CASE_HEADERS))
        .containsExactly(ExpectedEvents.header(whole));
    assertThat(this.<ClinicalSummary>values(Topic.CLINICAL_SUMMARIES))
        .containsExactly(ExpectedEvents.summary(whole));
    assertThat(this.<ItemDecision>values(Topic.ITEM_DECISIONS))
        .containsExactlyElementsOf(
            whole.getDecisions().stream()
                .map(part -> ExpectedEvents.decision(whole, part))
                .toList());
  }

  @Test
  void publishesNothingForSameFacts() {
    String text = EnrichTestLetters.text(KEY, "Sample belt: Upheld");
    send(text);
    records(Topic.DETERMINATIONS);
    records(Topic.ITEM_DECISIONS);

    send(text.replace("\n", "\r\n").replace(", ", ",  "));

    assertThat(records(Topic.DETERMINATIONS)).isEmpty();
    assertThat(records(Topic.ITEM_DECISIONS)).isEmpty();
    assertThat(ledger()).isEqualTo(new LetterCounts(1, 1, 0));
  }

  @Test
  void publishesNextRevisionAndTombstonesOfRemovedItems() {
    send(EnrichTestLetters.text(KEY, "Sample belt: Upheld", "Sample kit: Overturned"));
    records(Topic.ITEM_DECISIONS);
    records(Topic.DETERMINATIONS);

    send(EnrichTestLetters.text(KEY, "Sample belt: Overturned"));

    List<TestRecord<String, byte[]>> items = records(Topic.ITEM_DECISIONS);
    assertThat(items).extracting(TestRecord::key).containsExactly(KEY + "#1", KEY + "#2");
    assertThat(items.get(1).value()).isNull();
    assertThat(this.<Determination>values(Topic.DETERMINATIONS))
        .singleElement()
        .satisfies(whole -> assertThat(whole.getRevision()).isEqualTo(2));
  }

  @Test
  void addsCloudEventsHeaders() {
    send(EnrichTestLetters.text(KEY, "Sample belt: Upheld"));

    TestRecord<String, byte[]> item = records(Topic.ITEM_DECISIONS).getFirst();

    assertThat(header(item, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(item, "ce_type")).isEqualTo("org.openimr.item-decision.v1");
    assertThat(header(item, "ce_subject")).isEqualTo(KEY);
    assertThat(header(item, "ce_time")).isEqualTo("2026-11-01T10:00:00Z");
    assertThat(header(item, "ce_id")).endsWith("/" + ParserVersion.CURRENT + "/1/1");
    assertThat(header(item, "content-type")).isEqualTo("application/avro");
  }

  @Test
  void givesSameIdsForSameHistory() throws Exception {
    List<String> history =
        List.of(
            EnrichTestLetters.text(KEY, "Sample belt: Upheld"),
            EnrichTestLetters.text(KEY, "Sample belt: Overturned"));
    history.forEach(this::send);
    List<String> ids = idsOfDeterminations();

    stop();
    start();
    history.forEach(this::send);

    assertThat(idsOfDeterminations()).hasSize(2).isEqualTo(ids);
  }

  private List<String> idsOfDeterminations() {
    return records(Topic.DETERMINATIONS).stream().map(event -> header(event, "ce_id")).toList();
  }

  @Test
  void countsPublishedDeterminationOncePerWarningCode() {
    String contradictory =
        EnrichTestLetters.text(KEY, "Sample belt: Upheld", "Sample kit: Upheld")
            .replace("is not medically", "is medically");

    send(contradictory);
    send(contradictory);
    send(EnrichTestLetters.text(KEY, "Sample belt: Upheld"));

    assertThat(warned(WarningCode.RATIONALE_CONTRADICTS_DECISION)).isEqualTo(1);
    assertThat(warned(WarningCode.PAGES_MISSING)).isZero();
  }

  @Test
  void countsWarningsWithCodesOfNewerVersions() {
    LetterReceived letter =
        EnrichTestLetters.received(EnrichTestLetters.text(KEY, "Sample belt: Upheld"));
    letter.setWarnings(List.of(new Warning(WarningCode.UNKNOWN, "pages[1]", "a newer doubt")));

    letters.pipeInput(
        KEY, serdes.<LetterReceived>serializer().serialize(Topic.LETTERS.topicName(), letter));

    assertThat(records(Topic.DETERMINATIONS)).hasSize(1);
    assertThat(warned(WarningCode.UNKNOWN)).isEqualTo(1);
  }

  @Test
  void forwardsOtherTextUnchangedAsDeadLetter() {
    byte[] value = serialized("It was a bright morning in the sample harbour.");
    letters.pipeInput("sha256:00", value);

    TestRecord<String, byte[]> dead = records(Topic.DEAD_LETTERS).getFirst();

    assertThat(dead.key()).isEqualTo("sha256:00");
    assertThat(dead.value()).isEqualTo(value);
    assertThat(header(dead, "imr.error.code")).isEqualTo("NOT_A_LETTER");
    assertThat(header(dead, "imr.error.stage")).isEqualTo("enrich");
    assertThat(header(dead, "imr.error.topic")).isEqualTo("imr.letters.v1");
    assertThat(header(dead, "imr.error.replays")).isEqualTo("0");
    assertThat(header(dead, "imr.error.message")).doesNotContain("harbour");
    assertThat(ledger()).isEqualTo(new LetterCounts(0, 0, 1));
  }

  @Test
  void rejectsInvalidBytes() {
    letters.pipeInput("k", new byte[] {9, 9, 9});

    assertThat(header(records(Topic.DEAD_LETTERS).getFirst(), "imr.error.code"))
        .isEqualTo("UNDECODABLE");
  }

  @Test
  void publishesNothingForTruncatedLetter() {
    String text = EnrichTestLetters.text(KEY, "Sample belt: Upheld", "Sample kit: Overturned");
    send(text.substring(0, text.lastIndexOf("MAXIMUS guideline")));

    assertThat(records(Topic.DETERMINATIONS)).isEmpty();
    assertThat(records(Topic.CASE_HEADERS)).isEmpty();
    assertThat(header(records(Topic.DEAD_LETTERS).getFirst(), "imr.error.code"))
        .isEqualTo("ITEM_INCOMPLETE");
  }

  private double warned(WarningCode code) {
    return metrics.counter("imr.warnings", "code", code.name()).count();
  }

  private void send(String text) {
    letters.pipeInput(KEY, serialized(text));
  }

  private byte[] serialized(String text) {
    LetterReceived letter = EnrichTestLetters.received(text);
    return serdes.<LetterReceived>serializer().serialize(Topic.LETTERS.topicName(), letter);
  }

  private LetterCounts ledger() {
    OutcomeLedger row = driver.<Integer, OutcomeLedger>getKeyValueStore(OutcomeLedger.STORE).get(0);
    return new LetterCounts(row.determinations(), row.duplicates(), row.deadLetters());
  }

  private List<TestRecord<String, byte[]>> records(Topic topic) {
    TestOutputTopic<String, byte[]> output =
        driver.createOutputTopic(
            topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
    return output.readRecordsToList();
  }

  private <T extends SpecificRecord> List<T> values(Topic topic) {
    return records(topic).stream()
        .map(r -> serdes.<T>deserializer().deserialize(topic.topicName(), r.value()))
        .toList();
  }

  private static String header(TestRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
