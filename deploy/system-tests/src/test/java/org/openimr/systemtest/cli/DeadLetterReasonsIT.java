package org.openimr.systemtest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.cli.Imr;
import org.openimr.cli.console.CapturedConsole;
import org.openimr.cli.deadletters.resolution.DeadLetterMetadata;
import org.openimr.cli.deadletters.resolution.TopicRecordReader;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.topic.Topic;
import org.openimr.testkit.pipeline.PipelineFixture;
import org.openimr.tools.generator.LetterGenerator;
import org.openimr.tools.generator.model.GeneratorSettings;

/** Real services, a real broker that refuses, a real registry: all ends as dead letters. */
class DeadLetterReasonsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final int SMALL = 300;
  private static final int MIDDLE = 12_000;
  private static final int LARGE = 20_000;

  @RegisterExtension
  final PipelineFixture pipeline = PipelineFixture.embedded().withTopics().withSchemas();

  @TempDir Path folder;
  private final Random random = new Random(5);

  @Test
  void everyFailureBecomesADeadLetterWithItsCode() throws Exception {
    try (Admin admin = pipeline.admin();
        KafkaProducer<byte[], byte[]> producer = pipeline.byteProducer()) {
      limit(admin, Topic.LETTERS, MIDDLE);
      limit(admin, Topic.ITEM_DECISIONS, SMALL);
      limit(admin, Topic.DEAD_LETTERS, LARGE);
      PipelineFixture.awaitReady(
          pipeline.ingest(folder.resolve("ingest"), Map.of()),
          pipeline.enrich(folder.resolve("enrich")));
      send(producer, Topic.LETTERS, "canary".getBytes(UTF_8));
      send(producer, Topic.LETTERS, new byte[] {0, 0, 9, 9, 9, 1, 2, 3});
      send(producer, Topic.LETTERS, null);
      send(producer, Topic.LETTERS_RAW, null);
      send(producer, Topic.LETTERS_RAW, picture(LARGE * 2));
      send(producer, Topic.LETTERS_RAW, ("canary " + words(MIDDLE + 2_000)).getBytes(UTF_8));
      send(producer, Topic.LETTERS_RAW, "a canary is no letter".getBytes(UTF_8));
      byte[] letter = letter();
      send(producer, Topic.LETTERS_RAW, letter);

      Map<String, Integer> expected =
          Map.of(
              "UNDECODABLE enrich", 3,
              "NOT_A_LETTER ingest", 1,
              "UNSUPPORTED_TYPE ingest", 1,
              "TOO_LARGE ingest", 1,
              "NOT_A_LETTER enrich", 1,
              "TOO_LARGE enrich", 1);
      patiently().until(() -> codes(), expected::equals);
      assertThat(records(Topic.DETERMINATIONS)).isEmpty();
      assertThat(records(Topic.CASE_HEADERS)).isEmpty();
      assertThat(records(Topic.DEAD_LETTERS)).allSatisfy(DeadLetterReasonsIT::quotesNothing);

      limit(admin, Topic.ITEM_DECISIONS, Topic.MAX_RECORD_BYTES);
      limit(admin, Topic.DEAD_LETTERS, Topic.MAX_DEAD_LETTER_BYTES);
      assertThat(dlq("replay", "--code", "TOO_LARGE", "--stage", "enrich", "--yes")).isZero();
      assertThat(dlq("replay", "--code", "UNSUPPORTED_TYPE", "--yes")).isZero();

      patiently().until(() -> records(Topic.DETERMINATIONS).size() == 1);
      patiently().until(() -> records(Topic.DEAD_LETTERS).size() == 9);
      assertThat(records(Topic.DEAD_LETTERS))
          .filteredOn(dead -> DeadLetterReason.replayCount(dead.headers()) == 1)
          .singleElement()
          .satisfies(dead -> assertThat(dead.value()).hasSize(LARGE * 2));
    }
  }

  /** Does not fail on a stream thread that a rejected record ended: it is replaced. */
  private static ConditionFactory patiently() {
    return await().dontCatchUncaughtExceptions().atMost(PATIENCE);
  }

  private static void quotesNothing(ConsumerRecord<byte[], byte[]> dead) {
    dead.headers()
        .forEach(header -> assertThat(new String(header.value(), UTF_8)).doesNotContain("canary"));
  }

  private Map<String, Integer> codes() {
    Map<String, Integer> codes = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> dead : records(Topic.DEAD_LETTERS)) {
      DeadLetterMetadata head = DeadLetterMetadata.of(dead);
      codes.merge(head.code() + " " + head.stage(), 1, Integer::sum);
    }
    return codes;
  }

  private List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (TopicRecordReader records = TopicRecordReader.of(pipeline.connection())) {
      records.scan(topic, found::add);
    }
    return found;
  }

  private int dlq(String... arguments) {
    List<String> all = new ArrayList<>(List.of("dlq"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--bootstrap-server", pipeline.bootstrapServers()));
    return Imr.commandLine(CapturedConsole.file().console()).execute(all.toArray(String[]::new));
  }

  private static void limit(Admin admin, Topic topic, int bytes) throws Exception {
    ConfigEntry limit = new ConfigEntry("max.message.bytes", Integer.toString(bytes));
    admin
        .incrementalAlterConfigs(
            Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()),
                List.of(new AlterConfigOp(limit, AlterConfigOp.OpType.SET))))
        .all()
        .get();
  }

  private byte[] letter() {
    return new LetterGenerator(GeneratorSettings.withSeed(5).withNoiseShare(0))
        .generate(0)
        .text()
        .getBytes(UTF_8);
  }

  private byte[] picture(int bytes) {
    byte[] picture = new byte[bytes];
    random.nextBytes(picture);
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 0, picture, 0, 8);
    return picture;
  }

  /** Words that no compression makes smaller by much. */
  private String words(int characters) {
    StringBuilder words = new StringBuilder();
    while (words.length() < characters) {
      int c = random.nextInt(64);
      words.append(c < 26 ? (char) ('a' + c) : c < 52 ? (char) ('A' + c - 26) : ' ');
    }
    return words.toString();
  }

  private static void send(KafkaProducer<byte[], byte[]> producer, Topic topic, byte[] value)
      throws Exception {
    producer.send(new ProducerRecord<>(topic.topicName(), null, value)).get();
  }
}
