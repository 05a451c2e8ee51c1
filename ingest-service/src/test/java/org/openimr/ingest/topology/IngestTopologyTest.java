package org.openimr.ingest.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.event.ExtractionMethod;
import org.openimr.event.LetterReceived;
import org.openimr.ingest.IngestSettings;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.pdf.PdfSamples;
import org.openimr.ingest.source.producer.RawLetter;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.event.Sha256;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

class IngestTopologyTest {
  private static final Instant RECEIVED_AT = Instant.parse("2026-03-04T05:06:07Z");
  private static final String LETTER = "Case Number: CM21-0001234\nHOW THE IMR FINAL DETERMINATION";
  private static final Map<String, String> REGISTRY =
      Map.of("schema.registry.url", "mock://ingest");

  @TempDir Path state;

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final TextExtractor extractor = TextExtractor.inProcess(ExtractionLimits.DEFAULT);
  private final RejectedRecords rejectedRecords = new RejectedRecords();
  private TopologyTestDriver driver;
  private IngestTestTopics topics;

  @BeforeEach
  void start() throws Exception {
    SchemaRegistrar.register(REGISTRY);
    start(EventSerdes.of(REGISTRY).serializer(), LetterLimits.DEFAULT);
  }

  @AfterEach
  void stop() {
    driver.close();
    extractor.close();
  }

  @Test
  void publishesTextUnderItsCaseNumber() {
    topics.raw().pipeInput(record(LETTER.getBytes(UTF_8)));

    TestRecord<String, LetterReceived> letter = topics.letters().readRecord();
    assertThat(letter.key()).isEqualTo("CM21-0001234");
    assertThat(letter.value().getCaseKey()).isEqualTo("CM21-0001234");
    assertThat(letter.value().getText()).isEqualTo(LETTER);
    assertThat(letter.value().getLetterId()).isEqualTo(Sha256.hex(LETTER.getBytes(UTF_8)));
    assertThat(letter.value().getReceivedAt()).isEqualTo(RECEIVED_AT);
    assertThat(letter.value().getSource().getName()).isEqualTo("a.txt");
    assertThat(letter.value().getSource().getUri()).isEqualTo("file:///inbox/a.txt");
    assertThat(letter.value().getSource().getMediaType()).isEqualTo("text/plain");
    assertThat(letter.value().getSource().getSizeBytes()).isEqualTo(LETTER.length());
    assertThat(header(letter, "ce_subject")).isEqualTo("CM21-0001234");
    assertThat(header(letter, "ce_id")).isEqualTo(letter.value().getLetterId());
    assertThat(letter.timestamp()).isEqualTo(RECEIVED_AT.toEpochMilli());
    assertThat(topics.deadLetters().isEmpty()).isTrue();
  }

  @Test
  void publishesPdfWithItsPages() {
    topics
        .raw()
        .pipeInput(
            record(
                PdfSamples.ofPages(
                    List.of("Case Number: CM21-0001234"), List.of("the second page"))));

    LetterReceived letter = topics.letters().readValue();
    assertThat(letter.getCaseKey()).isEqualTo("CM21-0001234");
    assertThat(letter.getExtraction().getMethod()).isEqualTo(ExtractionMethod.PDF_TEXT);
    assertThat(letter.getExtraction().getPageCount()).isEqualTo(2);
    assertThat(letter.getText().substring(letter.getPageStarts().get(1)))
        .startsWith("the second page");
  }

  @Test
  void forwardsUnsupportedFileUnchangedAsDeadLetter() {
    byte[] image = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};
    topics.raw().pipeInput(record(image));

    TestRecord<byte[], byte[]> dead = topics.deadLetters().readRecord();
    assertThat(dead.value()).isEqualTo(image);
    assertThat(dead.key()).isEqualTo("any".getBytes(UTF_8));
    assertThat(header(dead, "source-name")).isEqualTo("a.txt");
    assertThat(header(dead, DeadLetterReason.CODE)).isEqualTo("UNSUPPORTED_TYPE");
    assertThat(header(dead, DeadLetterReason.STAGE)).isEqualTo("ingest");
    assertThat(header(dead, DeadLetterReason.TOPIC)).isEqualTo("imr.letters.raw.v1");
    assertThat(header(dead, DeadLetterReason.OFFSET)).isEqualTo("0");
    assertThat(header(dead, DeadLetterReason.REPLAYS)).isEqualTo("0");
    assertThat(topics.letters().isEmpty()).isTrue();
    assertThat(metrics.counter("imr.dead.letters", "stage", "ingest", "code", "UNSUPPORTED_TYPE"))
        .satisfies(counter -> assertThat(counter.count()).isEqualTo(1));
  }

  @Test
  void keepsReplayCount() {
    TestRecord<byte[], byte[]> replayed = record(LETTER.getBytes(UTF_8));
    replayed.headers().add(DeadLetterReason.REPLAYS, "2".getBytes(UTF_8));
    TestRecord<byte[], byte[]> empty = record(new byte[0]);
    empty.headers().add(DeadLetterReason.REPLAYS, "3".getBytes(UTF_8));
    topics.raw().pipeInput(replayed);
    topics.raw().pipeInput(empty);

    assertThat(header(topics.letters().readRecord(), DeadLetterReason.REPLAYS)).isEqualTo("2");
    assertThat(header(topics.deadLetters().readRecord(), DeadLetterReason.REPLAYS)).isEqualTo("3");
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, 253_402_300_800_000L, 9_000_000_000_000L})
  void boundsTimeThatLaterStagesCannotHold(long time) {
    TestRecord<byte[], byte[]> raw = record(LETTER.getBytes(UTF_8));
    topics.raw().pipeInput(new TestRecord<>(raw.key(), raw.value(), raw.headers(), time));
    topics.raw().pipeInput(new TestRecord<>(raw.key(), new byte[0], raw.headers(), time));

    TestRecord<String, LetterReceived> letter = topics.letters().readRecord();
    assertThat(letter.value().getReceivedAt()).isBetween(RECEIVED_AT, Instant.now());
    assertThat(letter.timestamp()).isEqualTo(letter.value().getReceivedAt().toEpochMilli());
    assertThat(topics.deadLetters().readRecord().timestamp())
        .isBetween(RECEIVED_AT.toEpochMilli(), System.currentTimeMillis());
  }

  @Test
  void keepsTimeAheadOfClock() {
    long ahead = Instant.now().plus(Duration.ofHours(3)).toEpochMilli();
    TestRecord<byte[], byte[]> raw = record(LETTER.getBytes(UTF_8));
    topics.raw().pipeInput(new TestRecord<>(raw.key(), raw.value(), raw.headers(), ahead));

    assertThat(topics.letters().readRecord().timestamp()).isEqualTo(ahead);
  }

  @Test
  void replacesControlCharactersOfSourceName() {
    TestRecord<byte[], byte[]> raw = record(LETTER.getBytes(UTF_8));
    raw.headers().remove(RawLetter.NAME_HEADER);
    raw.headers().add(RawLetter.NAME_HEADER, "a\u0000b\u001b[31m.txt".getBytes(UTF_8));
    topics.raw().pipeInput(raw);

    TestRecord<String, LetterReceived> letter = topics.letters().readRecord();
    assertThat(letter.value().getSource().getName()).isEqualTo("a\uFFFDb\uFFFD[31m.txt");
    assertThat(header(letter, "source-name")).isEqualTo("a\uFFFDb\uFFFD[31m.txt");
  }

  @Test
  void rejectsRecordWithoutValue() {
    topics.raw().pipeInput(record(null));

    TestRecord<byte[], byte[]> dead = topics.deadLetters().readRecord();
    assertThat(dead.value()).isNull();
    assertThat(header(dead, DeadLetterReason.CODE)).isEqualTo("NOT_A_LETTER");
  }

  @Test
  void rejectsLetterWithTooLargeEvent() {
    restart(EventSerdes.of(REGISTRY).serializer(), new LetterLimits(5_000, 1));
    topics.raw().pipeInput(record("x".repeat(5_000).getBytes(UTF_8)));
    topics.raw().pipeInput(record(LETTER.getBytes(UTF_8)));

    assertThat(header(topics.deadLetters().readRecord(), DeadLetterReason.CODE))
        .isEqualTo("TOO_LARGE");
    assertThat(topics.letters().readValue().getCaseKey()).isEqualTo("CM21-0001234");
  }

  @Test
  void rejectsOnlyLetterThatCausesInternalError() {
    restart(failingOn("unlucky", text -> new ArithmeticException(text)), LetterLimits.DEFAULT);
    topics.raw().pipeInput(record("unlucky".getBytes(UTF_8)));
    topics.raw().pipeInput(record(LETTER.getBytes(UTF_8)));

    TestRecord<byte[], byte[]> dead = topics.deadLetters().readRecord();
    assertThat(dead.value()).isEqualTo("unlucky".getBytes(UTF_8));
    assertThat(header(dead, DeadLetterReason.CODE)).isEqualTo("INTERNAL");
    assertThat(header(dead, DeadLetterReason.MESSAGE)).isEqualTo("ArithmeticException");
    assertThat(topics.letters().readValue().getCaseKey()).isEqualTo("CM21-0001234");
  }

  @Test
  void waitsDuringRegistryOutage() {
    restart(
        failingOn("CM21", text -> new SerializationException("away", new TimeoutException())),
        LetterLimits.DEFAULT);

    Assertions.assertThatThrownBy(() -> topics.raw().pipeInput(record(LETTER.getBytes(UTF_8))))
        .isInstanceOf(org.apache.kafka.streams.errors.StreamsException.class);
    assertThat(topics.deadLetters().isEmpty()).isTrue();
  }

  @Test
  void publishesRawPositionAndSource() {
    topics.raw().pipeInput(record(new byte[0]));
    topics.raw().pipeInput(record(LETTER.getBytes(UTF_8)));

    TestRecord<String, LetterReceived> letter = topics.letters().readRecord();
    assertThat(header(letter, "imr.raw.partition")).isEqualTo("0");
    assertThat(header(letter, "imr.raw.offset")).isEqualTo("1");
    assertThat(header(letter, "source-name")).isEqualTo("a.txt");
    assertThat(header(letter, "source-uri")).isEqualTo("file:///inbox/a.txt");
  }

  @Test
  void rejectsLetterWhoseEventBrokerRejected() {
    ProducerRecord<byte[], byte[]> event = new ProducerRecord<>("imr.letters.v1", new byte[9]);
    event.headers().add("ce_id", Sha256.hex(LETTER.getBytes(UTF_8)).getBytes(UTF_8));
    rejectedRecords.add(event, new InvalidRecordException("no"));

    topics.raw().pipeInput(record(LETTER.getBytes(UTF_8)));

    TestRecord<byte[], byte[]> dead = topics.deadLetters().readRecord();
    assertThat(dead.value()).isEqualTo(LETTER.getBytes(UTF_8));
    assertThat(header(dead, DeadLetterReason.CODE)).isEqualTo("NOT_PUBLISHED");
    assertThat(topics.letters().isEmpty()).isTrue();
  }

  @Test
  void replacesRejectedDeadLetterByReference() {
    topics.raw().pipeInput(record(new byte[] {(byte) 0x89, 'P', 'N', 'G'}));
    TestRecord<byte[], byte[]> dead = topics.deadLetters().readRecord();
    rejectedRecords.add(
        new ProducerRecord<>(
            Topic.DEAD_LETTERS.topicName(), null, null, null, null, dead.headers()),
        new RecordTooLargeException("no"));
    restart(EventSerdes.of(REGISTRY).serializer(), LetterLimits.DEFAULT);

    topics.raw().pipeInput(record(new byte[] {(byte) 0x89, 'P', 'N', 'G'}));

    TestRecord<byte[], byte[]> reference = topics.deadLetters().readRecord();
    assertThat(reference.value()).isNull();
    assertThat(reference.headers().lastHeader("source-name")).isNull();
    assertThat(header(reference, DeadLetterReason.CODE)).isEqualTo("UNSUPPORTED_TYPE");
    assertThat(header(reference, DeadLetterReason.OFFSET)).isEqualTo("0");
  }

  private void restart(Serializer<LetterReceived> events, LetterLimits limits) {
    driver.close();
    start(events, limits);
  }

  private void start(Serializer<LetterReceived> events, LetterLimits limits) {
    Properties settings =
        IngestStreamsConfig.properties(
            Settings.of(IngestSettings.ALL, Map.of()),
            state,
            1,
            Duration.ofSeconds(5),
            rejectedRecords);
    driver =
        new TopologyTestDriver(
            IngestTopology.of(
                extractor,
                events,
                limits,
                new IngestMetrics(metrics),
                rejectedRecords,
                Tracing.OFF),
            settings);
    topics = IngestTestTopics.of(driver, REGISTRY);
  }

  private static TestRecord<byte[], byte[]> record(byte[] letter) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(RawLetter.NAME_HEADER, "a.txt".getBytes(UTF_8));
    headers.add(RawLetter.URI_HEADER, "file:///inbox/a.txt".getBytes(UTF_8));
    return new TestRecord<>("any".getBytes(UTF_8), letter, headers, RECEIVED_AT);
  }

  private static Serializer<LetterReceived> failingOn(
      String text, Function<String, RuntimeException> failure) {
    Serializer<LetterReceived> events = EventSerdes.of(REGISTRY).serializer();
    return new Serializer<>() {
      @Override
      public byte[] serialize(String topic, LetterReceived letter) {
        if (letter.getText().contains(text)) {
          throw failure.apply(letter.getText());
        }
        return events.serialize(topic, letter);
      }
    };
  }

  private static String header(TestRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return new String(header.value(), UTF_8);
  }
}
