package org.openimr.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.event.Determination;
import org.openimr.event.LetterReceived;
import org.openimr.event.WarningCode;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.event.WarningCodes;
import org.openimr.schemas.ledger.OutcomeLedger;
import org.openimr.schemas.ledger.RedeliveryMarker;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.topic.Topic;

/** Letters that are processed again: sent again, replayed, or read after offsets were set back. */
class LetterRedeliveryTest {
  private static final Map<String, String> REGISTRY =
      Map.of("schema.registry.url", "mock://letter-again");
  private static final String KEY = "CM17-9123456";
  private static final Instant EARLY = Instant.parse("2026-11-01T10:00:00Z");
  private static final Instant LATE = Instant.parse("2026-11-02T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-03T10:00:00Z");
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

  @Test
  void ignoresEarlierLetterThatIsSentAgain() {
    send(FIRST, EARLY);
    send(SECOND, LATE);

    send(FIRST, LATER);

    assertThat(published()).extracting(Determination::getRevision).containsExactly(1, 2);
    assertThat(ledger().duplicates()).isEqualTo(1);
    assertThat(ledger().letters()).isEqualTo(3);
  }

  @Test
  void ignoresCurrentLetterThatIsSentAgainAfterChange() {
    send(FIRST, EARLY);
    changeCatalogue();

    send(FIRST, LATER);

    assertThat(published()).hasSize(1);
    assertThat(ledger().duplicates()).isEqualTo(1);
  }

  @Test
  void ignoresOtherFileOfEarlierLetterThatIsSentAgain() {
    String otherFile = FIRST.replace("sample record", "sample  record");
    send(FIRST, EARLY);
    send(otherFile, EARLY);
    send(SECOND, LATE);

    send(otherFile, LATER);
    send(FIRST, LATER);

    assertThat(published()).hasSize(2);
    assertThat(ledger().duplicates()).isEqualTo(3);
  }

  @Test
  void ignoresEarlierLetterThatIsReadAgainAfterReset() {
    send(FIRST, EARLY);
    send(SECOND, LATE);
    send(FIRST, LATER);

    redeliver(FIRST, LATER, RedeliveryMarker.RESET);

    assertThat(published()).hasSize(2);
  }

  @Test
  void bringsEarlierLetterBackByReplay() {
    send(FIRST, EARLY);
    send(SECOND, LATE);

    redeliver(FIRST, LATER);
    send(SECOND, LATER);

    assertThat(published()).extracting(Determination::getRevision).containsExactly(1, 2, 3);
    assertThat(ids()).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void warnsOfOlderLetterAlsoAfterItsReplay() {
    String older = SECOND.replace("Decision Date: 02/16/2017", "Decision Date: 02/15/2017");
    send(FIRST, EARLY);
    send(older, LATE);
    changeCatalogue();
    redeliver(older, LATE);

    assertThat(published())
        .extracting(WarningCodes::of)
        .extracting(codes -> codes.contains(WarningCode.OLDER_THAN_CURRENT))
        .containsExactly(false, true, true);
  }

  @Test
  void restoresCurrentLetterWithSameFacts() {
    send(FIRST, EARLY);

    redeliver(FIRST, EARLY, RedeliveryMarker.RESTORE);

    assertThat(published()).extracting(Determination::getRevision).containsExactly(1, 2);
    assertThat(ledger().letters()).isEqualTo(1);
  }

  @Test
  void doesNotRestoreEarlierLetter() {
    send(FIRST, EARLY);
    send(SECOND, LATE);

    redeliver(FIRST, EARLY, RedeliveryMarker.RESTORE);

    assertThat(published()).hasSize(2);
  }

  @Test
  void storesIdsOfEarlierLettersOnly() {
    send(FIRST, EARLY);
    assertThat(storedIds()).isZero();

    send(SECOND, LATE);
    send(SECOND, LATER);
    send(FIRST, LATER);

    assertThat(storedIds()).isEqualTo(1);
  }

  @Test
  void sameLetterIdOfOtherCasesCounts() {
    LetterReceived other = letter(FIRST.replace(KEY, "CM17-9123457"), EARLY);
    other.setLetterId(letter(FIRST, EARLY).getLetterId());
    send(FIRST, EARLY);
    send(SECOND, LATE);

    letters.pipeInput(new TestRecord<>(other.getCaseKey(), bytes(other)));

    assertThat(published()).hasSize(3);
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
    redeliver(text, receivedAt, "run-1");
  }

  private void redeliver(String text, Instant receivedAt, String reason) {
    RecordHeaders marker = new RecordHeaders();
    RedeliveryMarker.mark(marker, reason);
    letters.pipeInput(new TestRecord<>(KEY, value(text, receivedAt), marker));
  }

  private byte[] value(String text, Instant receivedAt) {
    return bytes(letter(text, receivedAt));
  }

  private static LetterReceived letter(String text, Instant receivedAt) {
    LetterReceived letter = EnrichTestLetters.received(text);
    letter.setReceivedAt(receivedAt);
    return letter;
  }

  private byte[] bytes(LetterReceived letter) {
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

  private List<String> ids() {
    return driver
        .createOutputTopic(
            Topic.CASE_HEADERS.topicName(), new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList()
        .stream()
        .map(event -> new String(event.headers().lastHeader("ce_id").value(), UTF_8))
        .toList();
  }

  private long storedIds() {
    try (KeyValueIterator<String, byte[]> ids =
        driver.<String, byte[]>getKeyValueStore(EnrichTopology.LETTER_IDS).all()) {
      long count = 0;
      for (; ids.hasNext(); ids.next()) {
        count++;
      }
      return count;
    }
  }

  private OutcomeLedger ledger() {
    return driver.<Integer, OutcomeLedger>getKeyValueStore(OutcomeLedger.STORE).get(0);
  }
}
