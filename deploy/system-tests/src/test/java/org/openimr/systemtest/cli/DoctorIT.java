package org.openimr.systemtest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.cli.console.ExitCode;
import org.openimr.schemas.topic.Topic;

/** Installations with one fault each: the doctor names it, and following its advice fixes it. */
class DoctorIT {
  private static final int ALL = Topic.values().length;
  private static final String ALL_THERE =
      "all %d topics exist with the required settings".formatted(ALL);
  private static final String UNREACHABLE = "http://127.0.0.1:1";

  @TempDir static Path folder;
  private static DoctorFixture stack;

  @BeforeAll
  static void start() throws Exception {
    stack = DoctorFixture.start(folder);
  }

  @AfterAll
  static void stop() {
    if (stack != null) {
      stack.close();
    }
  }

  @BeforeEach
  void setUp() {
    stack.setUp();
  }

  @Test
  void reportsNoProblemsAfterSetup() throws Exception {
    int exitCode = stack.imr("doctor", "--json");

    JsonNode report = new ObjectMapper().readTree(stack.printed());
    assertThat(exitCode).as(stack.printed()).isZero();
    assertThat(report.get("severity").asText()).isNotEqualTo("failed");
    assertThat(report.findValuesAsText("message"))
        .contains(ALL_THERE, "all 7 schemas are up to date, FULL_TRANSITIVE")
        .anyMatch(message -> message.contains("1 broker"))
        .anyMatch(message -> message.contains("entries, equal to this version's catalogue"))
        .anyMatch(message -> message.contains("MB free of"))
        .anyMatch(message -> message.contains("agree within"));
  }

  @Test
  void createsMissingTopicOnlyAfterConfirmation() throws Exception {
    stack.deleteTopic(Topic.CASE_HEADERS);

    assertThat(stack.imr("doctor")).isEqualTo(ExitCode.FINDINGS);
    assertThat(stack.printed()).contains("imr.case-headers.v1 is missing", "imr topics apply");
    assertThat(stack.imr("topics", "plan")).isEqualTo(ExitCode.FINDINGS);
    assertThat(stack.printed())
        .containsPattern("imr.case-headers.v1 +\\+ 12 partitions, cleanup.policy=compact")
        .contains("%d of %d topics are up to date".formatted(ALL - 1, ALL));
    assertThat(stack.imr("topics", "apply")).isEqualTo(ExitCode.FAILED);
    assertThat(stack.notes()).contains("Nothing was changed");
    assertThat(stack.admin().listTopics().names().get()).doesNotContain("imr.case-headers.v1");

    assertThat(stack.imr("topics", "apply", "--yes")).isZero();
    assertThat(stack.imr("topics", "plan")).isZero();
    assertThat(stack.printed()).isEqualTo("%d of %d topics are up to date".formatted(ALL, ALL));
  }

  @Test
  void correctsCleanupPolicyOfCompactedTopic() throws Exception {
    stack.set(Topic.DETERMINATIONS, "cleanup.policy", "delete");

    assertThat(stack.imr("doctor")).isEqualTo(ExitCode.FINDINGS);
    assertThat(stack.printed())
        .contains("imr.determinations.v1: cleanup.policy is delete, not compact");

    assertThat(stack.imr("topics", "apply", "--yes")).isZero();
    assertThat(stack.printed()).contains("~ cleanup.policy: delete -> compact");
    assertThat(stack.imr("topics", "plan")).isZero();
  }

  @Test
  void keepsCustomRetentionOnRequest() throws Exception {
    stack.set(Topic.LETTERS_RAW, "retention.ms", "86400000");

    assertThat(stack.imr("doctor")).isZero();
    assertThat(stack.printed())
        .containsPattern("warning +imr.letters.raw.v1: retention.ms is 86400000");
    assertThat(stack.imr("topics", "plan", "--keep", "retention.ms")).isZero();
    assertThat(stack.imr("topics", "plan")).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void registersMissingSchema() throws Exception {
    stack.deleteSubject(Topic.ITEM_DECISIONS);

    assertThat(stack.imr("doctor")).isEqualTo(ExitCode.FINDINGS);
    assertThat(stack.printed())
        .contains("imr.item-decisions.v1-value has no schema", "imr schemas register");
    assertThat(stack.imr("schemas", "check")).isEqualTo(ExitCode.FINDINGS);
    assertThat(stack.printed()).containsPattern("imr.item-decisions.v1-value +\\+ version 1");

    assertThat(stack.imr("schemas", "register")).isZero();
    assertThat(stack.imr("schemas", "check")).isZero();
  }

  @Test
  void registersNoSchemaIfOneIsIncompatible() throws Exception {
    stack.deleteSubject(Topic.LETTERS);
    stack.deleteSubject(Topic.CASE_HEADERS);
    stack.registerForeignSchema(Topic.CASE_HEADERS);
    try {
      assertThat(stack.imr("schemas", "register")).isEqualTo(ExitCode.FAILED);
      assertThat(stack.notes()).contains("Nothing was registered");
      assertThat(stack.printed())
          .containsPattern("imr.case-headers.v1-value +! not compatible")
          .containsPattern("imr.letters.v1-value +\\+ version 1");
      assertThat(stack.imr("doctor")).isEqualTo(ExitCode.FINDINGS);
      assertThat(stack.printed()).contains("is incompatible with this version's");
    } finally {
      stack.deleteSubject(Topic.CASE_HEADERS);
    }
  }

  @Test
  void loadsEmptyCatalogue() throws Exception {
    stack.deleteTopic(Topic.GUIDELINES);
    assertThat(stack.imr("topics", "apply", "--yes")).isZero();

    assertThat(stack.imr("doctor")).isEqualTo(ExitCode.FINDINGS);
    assertThat(stack.printed()).contains("the guideline topic is empty", "imr guidelines load");

    assertThat(stack.imr("guidelines", "load")).isZero();
    assertThat(stack.imr("doctor")).as(stack.printed()).isZero();
  }

  @Test
  void reportsLettersWithoutConsumer() throws Exception {
    TopicPartition first = new TopicPartition(Topic.LETTERS_RAW.topicName(), 0);
    stack
        .admin()
        .alterConsumerGroupOffsets("imr-ingest", Map.of(first, new OffsetAndMetadata(0)))
        .all()
        .get();
    send("no letter", first);

    assertThat(stack.imr("doctor")).isEqualTo(ExitCode.FINDINGS);
    assertThat(stack.printed()).contains("imr-ingest: 0 members, lag 1", "start the service");

    stack.admin().deleteConsumerGroups(List.of("imr-ingest")).all().get();
  }

  @Test
  void reportsUnreachableRegistryAndChecksTheRest() {
    assertThat(stack.imr("doctor", "--registry", UNREACHABLE)).isEqualTo(ExitCode.FINDINGS);

    assertThat(stack.printed())
        .contains("no answer from the registry at " + UNREACHABLE, ALL_THERE)
        .containsPattern("catalogue +unknown +not checked");
  }

  @Test
  void reportsUnreachableBroker() {
    assertThat(stack.imr("doctor", "--bootstrap-server", "127.0.0.1:1"))
        .isEqualTo(ExitCode.FINDINGS);

    assertThat(stack.printed())
        .contains("no answer from the broker at 127.0.0.1:1", "all 7 schemas are up to date")
        .containsPattern("topics +unknown +not checked");
  }

  @Test
  void reportsUnreachableService() {
    assertThat(stack.imr("doctor", "--service", UNREACHABLE)).isEqualTo(ExitCode.FINDINGS);

    assertThat(stack.printed())
        .containsPattern("services +failed +" + UNREACHABLE + " does not answer");
  }

  private static void send(String value, TopicPartition to) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.broker()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(to.topic(), to.partition(), "", value)).get();
    }
  }
}
