package org.openimr.ingest.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.event.DocumentPart;
import org.openimr.event.LetterReceived;
import org.openimr.ingest.IngestSettings;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.event.LetterPart;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.event.Sha256;
import org.openimr.schemas.ledger.IntakeLedger;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/** A document with several letters becomes one event per letter. */
class SeveralLettersTest {
  private static final Map<String, String> REGISTRY =
      Map.of("schema.registry.url", "mock://several-letters");
  private static final LetterLimits AT_MOST_THREE = new LetterLimits(1_000_000, 3);
  private static final String FIRST = IngestTestLetters.letter("CM21-0000001", "lumbar brace");
  private static final String SECOND = IngestTestLetters.letter("CM21-0000002", "hot pack");
  private static final String THIRD = IngestTestLetters.letter("CM21-0000003", "cane");

  @TempDir Path state;

  private final TextExtractor extractor = TextExtractor.inProcess(ExtractionLimits.DEFAULT);
  private final RejectedRecords rejectedRecords = new RejectedRecords();
  private TopologyTestDriver driver;
  private IngestTestTopics topics;

  @BeforeEach
  void start() throws Exception {
    SchemaRegistrar.register(REGISTRY);
    driver =
        new TopologyTestDriver(
            IngestTopology.of(
                extractor,
                EventSerdes.of(REGISTRY).serializer(),
                AT_MOST_THREE,
                new IngestMetrics(new SimpleMeterRegistry()),
                rejectedRecords,
                Tracing.OFF),
            IngestStreamsConfig.properties(
                Settings.of(IngestSettings.ALL, Map.of()),
                state,
                1,
                Duration.ofSeconds(5),
                rejectedRecords));
    topics = IngestTestTopics.of(driver, REGISTRY);
  }

  @AfterEach
  void stop() {
    driver.close();
    extractor.close();
  }

  @Test
  void publishesEachLetterWithItsPart() {
    String document = FIRST + SECOND;
    String documentId = Sha256.hex(document.getBytes(UTF_8));

    send(document);

    List<TestRecord<String, LetterReceived>> published = topics.letters().readRecordsToList();
    assertThat(published)
        .extracting(TestRecord::key)
        .containsExactly("CM21-0000001", "CM21-0000002");
    assertThat(published)
        .extracting(letter -> letter.value().getLetterId())
        .containsExactly(
            Sha256.hex((documentId + "#1").getBytes(UTF_8)),
            Sha256.hex((documentId + "#2").getBytes(UTF_8)));
    assertThat(published)
        .extracting(letter -> letter.value().getSource().getPart())
        .containsExactly(
            new DocumentPart(documentId, 1, 2, 0, null),
            new DocumentPart(documentId, 2, 2, FIRST.length(), null));
    assertThat(published)
        .extracting(letter -> LetterPart.of(letter.headers()).orElseThrow())
        .containsExactly(new LetterPart(1, 2), new LetterPart(2, 2));
    assertThat(published)
        .allSatisfy(
            letter -> {
              assertThat(LetterPart.documentId(letter.headers())).contains(documentId);
              assertThat(DeadLetterReason.sourcePosition(letter.headers()))
                  .contains(new DeadLetterReason.Position(Topic.LETTERS_RAW.topicName(), 0, 0));
            });
    assertThat(published.get(1).value().getText()).isEqualTo(SECOND);
    assertThat(ledger()).isEqualTo(IntakeLedger.EMPTY.withForwarded(0, 2));
  }

  @Test
  void singleLetterIsNotPart() {
    send(FIRST);

    TestRecord<String, LetterReceived> letter = topics.letters().readRecord();
    assertThat(letter.value().getSource().getPart()).isNull();
    assertThat(LetterPart.of(letter.headers())).isEmpty();
    assertThat(LetterPart.documentId(letter.headers())).isEmpty();
    assertThat(ledger().additionalLetters()).isZero();
  }

  @Test
  void rejectsDocumentAboveLetterLimit() {
    send(FIRST + SECOND + THIRD + IngestTestLetters.letter("CM21-0000004", "walker"));

    TestRecord<byte[], byte[]> dead = topics.deadLetters().readRecord();
    assertThat(header(dead, DeadLetterReason.CODE)).isEqualTo("TOO_LARGE");
    assertThat(header(dead, DeadLetterReason.FIELD)).isEqualTo("letters");
    assertThat(header(dead, DeadLetterReason.MESSAGE))
        .isEqualTo("the document contains 4 letters, more than 3");
    assertThat(topics.letters().isEmpty()).isTrue();
    assertThat(ledger()).isEqualTo(IntakeLedger.EMPTY.withDeadLetter(0));
  }

  @Test
  void publishesNothingIfBrokerRejectedOneLetter() {
    String document = FIRST + SECOND;
    String secondId = Sha256.hex((Sha256.hex(document.getBytes(UTF_8)) + "#2").getBytes(UTF_8));
    ProducerRecord<byte[], byte[]> event = new ProducerRecord<>("imr.letters.v1", new byte[9]);
    event.headers().add("ce_id", secondId.getBytes(UTF_8));
    rejectedRecords.add(event, new InvalidRecordException("no"));

    send(document);

    TestRecord<byte[], byte[]> dead = topics.deadLetters().readRecord();
    assertThat(dead.value()).isEqualTo(document.getBytes(UTF_8));
    assertThat(header(dead, DeadLetterReason.CODE)).isEqualTo("NOT_PUBLISHED");
    assertThat(topics.letters().isEmpty()).isTrue();
  }

  @Test
  void replayOfPartPublishesOnlyThatLetter() {
    send(FIRST + SECOND + THIRD, Optional.of(new LetterPart(2, 3)));

    assertThat(topics.letters().readRecordsToList())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.key()).isEqualTo("CM21-0000002");
              assertThat(LetterPart.of(letter.headers())).contains(new LetterPart(2, 3));
            });
    assertThat(ledger()).isEqualTo(IntakeLedger.EMPTY.withForwarded(0, 1));
  }

  @Test
  void replayOfPartThatNoLongerExistsPublishesAllLetters() {
    send(FIRST + SECOND, Optional.of(new LetterPart(2, 3)));

    assertThat(topics.letters().readRecordsToList()).hasSize(2);
    assertThat(ledger()).isEqualTo(IntakeLedger.EMPTY.withForwarded(0, 2));
  }

  private void send(String document) {
    send(document, Optional.empty());
  }

  private void send(String document, Optional<LetterPart> requested) {
    RecordHeaders headers = new RecordHeaders();
    requested.ifPresent(part -> part.request(headers));
    topics.raw().pipeInput(new TestRecord<>(null, document.getBytes(UTF_8), headers));
  }

  private IntakeLedger ledger() {
    return driver.<Integer, IntakeLedger>getKeyValueStore(IntakeLedger.STORE).get(0);
  }

  private static String header(TestRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
