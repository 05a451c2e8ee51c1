package org.openimr.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.event.Determination;
import org.openimr.event.LetterReceived;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.ledger.OutcomeLedger;
import org.openimr.schemas.ledger.RedeliveryMarker;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.topic.Topic;

/** Letters that are read redeliver: by a replay, or after offsets were set back. */
class LetterRedeliveryTest {
  private static final Map<String, String> REGISTRY =
      Map.of("schema.registry.url", "mock://letter-again");
  private static final String KEY = "CM17-9123456";
  private static final Instant EARLY = Instant.parse("2026-11-01T10:00:00Z");
  private static final Instant LATE = Instant.parse("2026-11-02T10:00:00Z");
  private static final String FIRST =
      EnrichTestLetters.text(KEY, "Sample belt: Upheld", "Sample kit: Upheld");
  private static final String SECOND = EnrichTestLetters.text(KEY, "Sample belt: Overturned");

  @TempDir Path state;
  private final LetterInterpreter interpreter = LetterInterpreter.standard();
  private final EventSerdes serdes = EventSerdes.of(REGISTRY);
  private TopologyTestDriver driver;
  private TestInputTopic<String, byte[]> letters;

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
                interpreter,
                new RejectedRecords(),
                new EnrichMetrics(new SimpleMeterRegistry()),
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
  void publishesChangedLetterAsNextRevisionWithoutCountingIt() {
    send(FIRST, EARLY);
    changeCatalogue();

    redeliver(FIRST, EARLY);

    assertThat(published()).extracting(Determination::getRevision).containsExactly(1, 2);
    assertThat(ledger().letters()).isEqualTo(1);
    assertThat(ledger().redelivered()).isEqualTo(1);
    assertThat(ledger().revisedByRedelivery()).isEqualTo(1);
    assertThat(ledger().published().cases()).isEqualTo(1);
    assertThat(ledger().published().items()).isEqualTo(2);
  }

  @Test
  void publishesNothingForUnchangedLetter() {
    send(FIRST, EARLY);

    redeliver(FIRST, EARLY);

    assertThat(published()).hasSize(1);
    assertThat(ledger().duplicates()).isZero();
  }

  @Test
  void doesNotReplaceLaterLetter() {
    send(FIRST, EARLY);
    send(SECOND, LATE);
    changeCatalogue();

    redeliver(FIRST, EARLY);

    assertThat(published()).extracting(Determination::getRevision).containsExactly(1, 2);
  }

  @Test
  void doesNotReplaceLetterReceivedAtSameTime() {
    send(FIRST, EARLY);
    send(SECOND, EARLY);

    redeliver(FIRST, EARLY);

    assertThat(published()).hasSize(2);
  }

  @Test
  void publishesLetterOfCaseWithoutDetermination() {
    redeliver(FIRST, EARLY);

    assertThat(published()).extracting(Determination::getRevision).containsExactly(1);
    assertThat(ledger().letters()).isZero();
    assertThat(ledger().published().cases()).isEqualTo(1);
  }

  /** Simulates a change of the parser by a change of the catalogue. */
  private void changeCatalogue() {
    interpreter.useCatalogue(
        Catalogue.of(
            CatalogueFileReader.seedGuidelines().stream()
                .filter(entry -> !entry.id().equals("mtus/low-back-complaints/2004"))
                .toList()));
  }

  private void send(String text, Instant receivedAt) {
    letters.pipeInput(new TestRecord<>(KEY, value(text, receivedAt)));
  }

  private void redeliver(String text, Instant receivedAt) {
    RecordHeaders marker = new RecordHeaders();
    RedeliveryMarker.mark(marker, "run-1");
    letters.pipeInput(new TestRecord<>(KEY, value(text, receivedAt), marker));
  }

  private byte[] value(String text, Instant receivedAt) {
    LetterReceived letter = EnrichTestLetters.received(text);
    letter.setReceivedAt(receivedAt);
    return serdes.<LetterReceived>serializer().serialize(Topic.LETTERS.topicName(), letter);
  }

  private List<Determination> published() {
    return driver
        .createOutputTopic(
            Topic.DETERMINATIONS.topicName(), new StringDeserializer(), new ByteArrayDeserializer())
        .readValuesToList()
        .stream()
        .map(
            value ->
                serdes
                    .<Determination>deserializer()
                    .deserialize(Topic.DETERMINATIONS.topicName(), value))
        .toList();
  }

  private OutcomeLedger ledger() {
    return driver.<Integer, OutcomeLedger>getKeyValueStore(OutcomeLedger.STORE).get(0);
  }
}
