package org.openimr.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.event.LetterReceived;
import org.openimr.event.OutcomeStatistics;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.topic.Topic;

/** A letter that fails becomes a dead letter with a code, and the next letter is processed. */
class EnrichDeadLettersTest {
  private static final Map<String, String> REGISTRY =
      Map.of("schema.registry.url", "mock://enrich-dead-letters");
  private static final Map<String, String> UNREACHABLE =
      Map.of("schema.registry.url", "http://127.0.0.1:1", "max.retries", "0");

  /** A number close to 2^31 as Avro's zig-zag varint. */
  private static final byte[] HUGE = {(byte) 0xE0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};

  private static final byte[] KEY = "CM17-9123456".getBytes(UTF_8);
  private static final String TEXT =
      EnrichTestLetters.text("CM17-9123456", "Sample canary: Upheld");

  @TempDir Path state;
  private final RejectedRecords rejectedRecords = new RejectedRecords();
  private final EventSerdes serdes = EventSerdes.of(REGISTRY);
  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> letters;

  @BeforeEach
  void start() throws Exception {
    SchemaRegistrar.register(REGISTRY);
    start(REGISTRY);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  static List<byte[]> undecodable() throws Exception {
    SchemaRegistrar.register(REGISTRY);
    EventSerdes serdes = EventSerdes.of(REGISTRY);
    byte[] letter = letter(serdes);
    byte[] another =
        serdes.serializer().serialize(Topic.OUTCOME_STATISTICS.topicName(), statistics());
    byte[] truncated = java.util.Arrays.copyOf(letter, letter.length - 20);
    byte[] wrongMagic = letter.clone();
    wrongMagic[0] = 7;
    byte[] unknownSchema = letter.clone();
    ByteBuffer.wrap(unknownSchema).putInt(1, 987_654);
    byte[] hugeLength = letter.clone();
    // the length of the first field
    System.arraycopy(HUGE, 0, hugeLength, 5, 5);
    return List.of(
        new byte[0],
        new byte[] {0, 0, 0},
        "canary".getBytes(UTF_8),
        another,
        truncated,
        wrongMagic,
        unknownSchema,
        hugeLength,
        withHugeArray(letter));
  }

  /**
   * Replaces the item count of the page starts; the letter ends in {@code 1 0 0 PLAIN_TEXT null 0}.
   */
  private static byte[] withHugeArray(byte[] letter) {
    int count = letter.length - 6;
    return ByteBuffer.allocate(letter.length + HUGE.length - 1)
        .put(letter, 0, count)
        .put(HUGE)
        .put(letter, count + 1, 5)
        .array();
  }

  @ParameterizedTest
  @MethodSource("undecodable")
  void forwardsUndecodableRecordUnchanged(byte[] value) {
    letters.pipeInput(KEY, value);
    letters.pipeInput(KEY, letter(serdes));

    TestRecord<byte[], byte[]> dead = singleDeadLetter("UNDECODABLE");
    assertThat(dead.key()).isEqualTo(KEY);
    assertThat(dead.value()).isEqualTo(value);
    assertThat(determinations()).hasSize(1);
  }

  @Test
  void rejectsRecordWithoutValue() {
    letters.pipeInput(null, (byte[]) null);

    assertThat(singleDeadLetter("UNDECODABLE").value()).isNull();
  }

  @Test
  void keepsRawPositionAndReplayCount() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("imr.raw.partition", "4".getBytes(UTF_8));
    headers.add("imr.raw.offset", "42".getBytes(UTF_8));
    headers.add("source-name", "a.pdf".getBytes(UTF_8));
    headers.add("imr.error.replays", "2".getBytes(UTF_8));
    letters.pipeInput(new TestRecord<>(KEY, new byte[] {7}, headers));

    TestRecord<byte[], byte[]> dead = singleDeadLetter("UNDECODABLE");
    assertThat(header(dead, "imr.raw.partition")).isEqualTo("4");
    assertThat(header(dead, "imr.raw.offset")).isEqualTo("42");
    assertThat(header(dead, "source-name")).isEqualTo("a.pdf");
    assertThat(header(dead, "imr.error.replays")).isEqualTo("2");
  }

  @Test
  void rejectsLetterWhoseEventBrokerRejected() {
    letters.pipeInput(KEY, letter(serdes));
    ProducerRecord<byte[], byte[]> item =
        new ProducerRecord<>("imr.item-decisions.v1", new byte[9]);
    item.headers().add(records(Topic.ITEM_DECISIONS).getFirst().headers().lastHeader("ce_id"));
    rejectedRecords.add(item, new InvalidRecordException("canary"));
    restart(REGISTRY);

    letters.pipeInput(KEY, letter(serdes));

    assertThat(singleDeadLetter("NOT_PUBLISHED").value()).isEqualTo(letter(serdes));
    assertThat(determinations()).isEmpty();
  }

  @Test
  void replacesRejectedDeadLetterByReference() {
    letters.pipeInput(KEY, new byte[] {7});
    TestRecord<byte[], byte[]> dead = singleDeadLetter("UNDECODABLE");
    rejectedRecords.add(
        new ProducerRecord<>(Topic.DEAD_LETTERS.topicName(), null, null, KEY, null, dead.headers()),
        new RecordTooLargeException("canary"));
    restart(REGISTRY);

    letters.pipeInput(KEY, new byte[] {7});

    TestRecord<byte[], byte[]> reference = singleDeadLetter("UNDECODABLE");
    assertThat(reference.key()).isNull();
    assertThat(reference.value()).isNull();
    assertThat(header(reference, "imr.error.topic")).isEqualTo("imr.letters.v1");
    assertThat(header(reference, "imr.error.offset")).isEqualTo("0");
  }

  @Test
  void waitsDuringRegistryOutage() {
    restart(UNREACHABLE);

    assertThatThrownBy(() -> letters.pipeInput(KEY, letter(serdes)))
        .isInstanceOf(StreamsException.class);
    assertThat(records(Topic.DEAD_LETTERS)).isEmpty();
  }

  private TestRecord<byte[], byte[]> singleDeadLetter(String code) {
    List<TestRecord<byte[], byte[]>> dead = records(Topic.DEAD_LETTERS);
    assertThat(dead).hasSize(1);
    assertThat(header(dead.getFirst(), "imr.error.code")).isEqualTo(code);
    assertThat(header(dead.getFirst(), "imr.error.stage")).isEqualTo("enrich");
    dead.getFirst()
        .headers()
        .forEach(header -> assertThat(new String(header.value(), UTF_8)).doesNotContain("canary"));
    return dead.getFirst();
  }

  private List<TestRecord<byte[], byte[]>> determinations() {
    return records(Topic.DETERMINATIONS);
  }

  private List<TestRecord<byte[], byte[]>> records(Topic topic) {
    TestOutputTopic<byte[], byte[]> output =
        driver.createOutputTopic(
            topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    return output.readRecordsToList();
  }

  private void restart(Map<String, String> registry) {
    driver.close();
    start(registry);
  }

  private void start(Map<String, String> registry) {
    Properties settings = new Properties();
    settings.put("application.id", "test");
    settings.put("state.dir", state.resolve(Long.toString(System.nanoTime())).toString());
    driver =
        new TopologyTestDriver(
            EnrichTopology.of(
                registry,
                LetterInterpreter.standard(),
                rejectedRecords,
                new EnrichMetrics(new SimpleMeterRegistry()),
                Tracing.OFF),
            settings);
    letters =
        driver.createInputTopic(
            Topic.LETTERS.topicName(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static byte[] letter(EventSerdes serdes) {
    LetterReceived letter = EnrichTestLetters.received(TEXT);
    return serdes.<LetterReceived>serializer().serialize(Topic.LETTERS.topicName(), letter);
  }

  private static SpecificRecord statistics() {
    OutcomeStatistics counts = new OutcomeStatistics();
    counts.setCategory("");
    counts.setSpecialties(List.of());
    counts.setGuidelines(List.of());
    counts.setWarnings(List.of());
    return counts;
  }

  private static String header(TestRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
