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

/** Whatever fails for one letter is a dead letter with a code; the next letter is read. */
class EnrichDeadLettersTest {
  private static final Map<String, String> REGISTRY =
      Map.of("schema.registry.url", "mock://enrich-dead-letters");
  private static final Map<String, String> NOBODY =
      Map.of("schema.registry.url", "http://127.0.0.1:1", "max.retries", "0");
  private static final byte[] KEY = "CM17-9123456".getBytes(UTF_8);
  private static final String TEXT =
      EnrichTestLetters.text("CM17-9123456", "Made-up canary: Upheld");

  @TempDir Path state;
  private final RejectedRecords refusals = new RejectedRecords();
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
    byte[] another = serdes.serializer().serialize(Topic.OUTCOME_STATISTICS.topicName(), other());
    byte[] cutOff = java.util.Arrays.copyOf(letter, letter.length - 20);
    byte[] wrongMagic = letter.clone();
    wrongMagic[0] = 7;
    byte[] unknownSchema = letter.clone();
    ByteBuffer.wrap(unknownSchema).putInt(1, 987_654);
    byte[] greedy = letter.clone();
    // the first field's length as a zig-zag number: close to 2 GB
    System.arraycopy(
        new byte[] {(byte) 0xE0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F}, 0, greedy, 5, 5);
    return List.of(
        new byte[0],
        new byte[] {0, 0, 0},
        "canary".getBytes(UTF_8),
        another,
        cutOff,
        wrongMagic,
        unknownSchema,
        greedy);
  }

  @ParameterizedTest
  @MethodSource("undecodable")
  void whatIsNoLetterEventIsADeadLetterByteForByte(byte[] value) {
    letters.pipeInput(KEY, value);
    letters.pipeInput(KEY, letter(serdes));

    TestRecord<byte[], byte[]> dead = theDeadLetter("UNDECODABLE");
    assertThat(dead.key()).isEqualTo(KEY);
    assertThat(dead.value()).isEqualTo(value);
    assertThat(determinations()).hasSize(1);
  }

  @Test
  void aRecordWithNothingInItIsADeadLetter() {
    letters.pipeInput(null, (byte[]) null);

    assertThat(theDeadLetter("UNDECODABLE").value()).isNull();
  }

  @Test
  void aDeadLetterKeepsWhereItsBytesStandAndHowOftenItWasReplayed() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("imr.raw.partition", "4".getBytes(UTF_8));
    headers.add("imr.raw.offset", "42".getBytes(UTF_8));
    headers.add("source-name", "a.pdf".getBytes(UTF_8));
    headers.add("imr.error.replays", "2".getBytes(UTF_8));
    letters.pipeInput(new TestRecord<>(KEY, new byte[] {7}, headers));

    TestRecord<byte[], byte[]> dead = theDeadLetter("UNDECODABLE");
    assertThat(header(dead, "imr.raw.partition")).isEqualTo("4");
    assertThat(header(dead, "imr.raw.offset")).isEqualTo("42");
    assertThat(header(dead, "source-name")).isEqualTo("a.pdf");
    assertThat(header(dead, "imr.error.replays")).isEqualTo("2");
  }

  @Test
  void aLetterWithAnEventThatTheBrokerRefusedIsADeadLetterWhenItIsTakenAgain() {
    letters.pipeInput(KEY, letter(serdes));
    ProducerRecord<byte[], byte[]> item =
        new ProducerRecord<>("imr.item-decisions.v1", new byte[9]);
    item.headers().add(records(Topic.ITEM_DECISIONS).getFirst().headers().lastHeader("ce_id"));
    refusals.add(item, new InvalidRecordException("canary"));
    restart(REGISTRY);

    letters.pipeInput(KEY, letter(serdes));

    assertThat(theDeadLetter("NOT_PUBLISHED").value()).isEqualTo(letter(serdes));
    assertThat(determinations()).isEmpty();
  }

  @Test
  void aDeadLetterThatTheBrokerRefusedBecomesANoteOfWhereItsBytesStand() {
    letters.pipeInput(KEY, new byte[] {7});
    TestRecord<byte[], byte[]> dead = theDeadLetter("UNDECODABLE");
    refusals.add(
        new ProducerRecord<>(Topic.DEAD_LETTERS.topicName(), null, null, KEY, null, dead.headers()),
        new RecordTooLargeException("canary"));
    restart(REGISTRY);

    letters.pipeInput(KEY, new byte[] {7});

    TestRecord<byte[], byte[]> note = theDeadLetter("UNDECODABLE");
    assertThat(note.key()).isNull();
    assertThat(note.value()).isNull();
    assertThat(header(note, "imr.error.topic")).isEqualTo("imr.letters.v1");
    assertThat(header(note, "imr.error.offset")).isEqualTo("0");
  }

  @Test
  void whileTheRegistryIsAwayLettersWait() {
    restart(NOBODY);

    assertThatThrownBy(() -> letters.pipeInput(KEY, letter(serdes)))
        .isInstanceOf(StreamsException.class);
    assertThat(records(Topic.DEAD_LETTERS)).isEmpty();
  }

  private TestRecord<byte[], byte[]> theDeadLetter(String code) {
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
                refusals,
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

  private static SpecificRecord other() {
    OutcomeStatistics counts = new OutcomeStatistics();
    counts.setCategory("");
    counts.setSpecialties(List.of());
    counts.setGuidelines(List.of());
    return counts;
  }

  private static String header(TestRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
