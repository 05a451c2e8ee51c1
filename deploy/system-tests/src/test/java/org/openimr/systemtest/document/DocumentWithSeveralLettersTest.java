package org.openimr.systemtest.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.enrich.topology.EnrichMetrics;
import org.openimr.enrich.topology.EnrichTopology;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.event.Determination;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.topology.IngestMetrics;
import org.openimr.ingest.topology.IngestTopology;
import org.openimr.ingest.topology.LetterLimits;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.event.LetterPart;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.event.Sha256;
import org.openimr.schemas.ledger.IntakeLedger;
import org.openimr.schemas.ledger.OutcomeLedger;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.topic.Topic;
import org.openimr.testkit.letter.SyntheticCaseLetter;

/** Each letter of a document has its own result, and the ledgers account for each. */
class DocumentWithSeveralLettersTest {
  private static final Map<String, String> REGISTRY =
      Map.of("schema.registry.url", "mock://documents");
  private static final String FIRST = SyntheticCaseLetter.of("CM17-9000001", 44, "Hot pack");
  private static final String SECOND = SyntheticCaseLetter.of("CM17-9000002", 51, "Cane", "Brace");
  private static final String CUT_OFF =
      SECOND.substring(0, SECOND.lastIndexOf("MAXIMUS guideline"));
  private static final String THIRD = SyntheticCaseLetter.of("CM17-9000003", 60, "Walker");

  @TempDir Path state;

  private final TextExtractor extractor = TextExtractor.inProcess(ExtractionLimits.DEFAULT);
  private TopologyTestDriver ingest;
  private TopologyTestDriver enrich;

  @BeforeEach
  void start() throws Exception {
    SchemaRegistrar.register(REGISTRY);
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    ingest =
        driver(
            "ingest",
            IngestTopology.of(
                extractor,
                EventSerdes.of(REGISTRY).serializer(),
                LetterLimits.DEFAULT,
                new IngestMetrics(metrics),
                new RejectedRecords(),
                Tracing.OFF));
    enrich =
        driver(
            "enrich",
            EnrichTopology.of(
                REGISTRY,
                LetterInterpreter.standard(),
                new RejectedRecords(),
                new EnrichMetrics(metrics),
                Tracing.OFF));
  }

  @AfterEach
  void stop() {
    ingest.close();
    enrich.close();
    extractor.close();
  }

  @Test
  void eachLetterIsDetermination() {
    send(FIRST + SECOND);

    assertThat(determinations())
        .extracting(Determination::getCaseKey)
        .containsExactly("CM17-9000001", "CM17-9000002");
    assertThat(outcomes().determinations()).isEqualTo(2);
    assertLettersAddUp();
  }

  @Test
  void sameLetterTwiceIsDeterminationAndDuplicate() {
    send(FIRST + FIRST);

    assertThat(determinations())
        .singleElement()
        .satisfies(
            determination ->
                assertThat(determination.getSource().getPart().getNumber()).isEqualTo(1));
    assertThat(outcomes().duplicates()).isEqualTo(1);
    assertLettersAddUp();
  }

  @Test
  void rejectsOnlyLetterThatIsIncomplete() {
    String document = FIRST + CUT_OFF + THIRD;

    send(document);

    assertThat(determinations())
        .extracting(Determination::getCaseKey)
        .containsExactly("CM17-9000001", "CM17-9000003");
    assertThat(read(enrich, Topic.DEAD_LETTERS))
        .singleElement()
        .satisfies(
            dead -> {
              assertThat(header(dead, DeadLetterReason.CODE)).isEqualTo("ITEM_INCOMPLETE");
              assertThat(LetterPart.of(dead.headers())).contains(new LetterPart(2, 3));
              assertThat(LetterPart.documentId(dead.headers()))
                  .contains(Sha256.hex(document.getBytes(UTF_8)));
            });
    assertLettersAddUp();
  }

  @Test
  void replayOfLetterLeavesOtherCasesOfDocumentAlone() {
    send(FIRST + SECOND + THIRD);
    send(SyntheticCaseLetter.of("CM17-9000001", 45, "Hot pack"));
    determinations();

    send(FIRST + SECOND + THIRD, Optional.of(new LetterPart(2, 3)));

    assertThat(determinations()).isEmpty();
    assertThat(outcomes().determinations()).isEqualTo(4);
    assertThat(outcomes().duplicates()).isEqualTo(1);
    assertLettersAddUp();
  }

  /** Raw letters + additional letters = determinations + duplicates + dead letters. */
  private void assertLettersAddUp() {
    IntakeLedger in = ingest.<Integer, IntakeLedger>getKeyValueStore(IntakeLedger.STORE).get(0);
    OutcomeLedger out = outcomes();
    assertThat(in.letters() + in.additionalLetters())
        .isEqualTo(in.deadLetters() + out.determinations() + out.duplicates() + out.deadLetters());
    assertThat(in.forwarded() + in.additionalLetters()).isEqualTo(out.letters());
  }

  private OutcomeLedger outcomes() {
    return enrich.<Integer, OutcomeLedger>getKeyValueStore(OutcomeLedger.STORE).get(0);
  }

  private List<Determination> determinations() {
    return read(enrich, Topic.DETERMINATIONS).stream()
        .map(
            event ->
                EventSerdes.of(REGISTRY)
                    .<Determination>deserializer()
                    .deserialize(Topic.DETERMINATIONS.topicName(), event.value()))
        .toList();
  }

  private void send(String document) {
    send(document, Optional.empty());
  }

  private void send(String document, Optional<LetterPart> requested) {
    RecordHeaders headers = new RecordHeaders();
    requested.ifPresent(part -> part.request(headers));
    write(ingest, Topic.LETTERS_RAW, new TestRecord<>(null, document.getBytes(UTF_8), headers));
    read(ingest, Topic.LETTERS).forEach(letter -> write(enrich, Topic.LETTERS, letter));
  }

  private static void write(
      TopologyTestDriver driver, Topic topic, TestRecord<byte[], byte[]> record) {
    driver
        .createInputTopic(topic.topicName(), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(record);
  }

  private static List<TestRecord<byte[], byte[]>> read(TopologyTestDriver driver, Topic topic) {
    return driver
        .createOutputTopic(
            topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  private TopologyTestDriver driver(String application, Topology topology) {
    Properties settings = new Properties();
    settings.put("application.id", application);
    settings.put("state.dir", state.resolve(application).toString());
    return new TopologyTestDriver(topology, settings);
  }

  private static String header(TestRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
