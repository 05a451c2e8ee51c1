package org.openimr.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.enrich.EnrichService;
import org.openimr.schemas.Settings;

/** Instances as the chart sets them: each has a name of its own, and is waited for. */
class StaticMemberIT {
  private static final String REBALANCES = "kafka_consumer_coordinator_rebalance_total";

  @TempDir Path folder;
  private Brokers brokers;
  private Registry registry;
  private House house;

  @BeforeEach
  void start() throws Exception {
    registry = new Registry(folder.resolve("registry")).start();
    brokers = Brokers.start(folder, 1);
    house = new House(folder, brokers.bootstrapServers(), registry.url());
    house.createTopics();
    house.registerSchemas();
  }

  @AfterEach
  void close() {
    house.close();
    brokers.close();
    registry.close();
  }

  @Test
  void anInstanceThatIsStartedAgainHasItsPartitionsAndNothingIsMoved() throws Exception {
    // Given
    Part ingest = house.ingest(folder.resolve("ingest"));
    Part first = house.enrich(folder.resolve("enrich-0"), named("imr-enrich-0"));
    Part second = house.enrich(folder.resolve("enrich-1"), named("imr-enrich-1"));
    House.awaitReady(ingest, first, second);
    await().atMost(House.PATIENCE).until(() -> partitions().size() == 4 && shared());
    Map<String, String> before = partitions();
    double rebalances = first.sum(REBALANCES);

    // When
    second.stop();
    Letters letters = Letters.of(0, 60);
    try (Sending sending = Sending.steadily(ingest, letters, 40)) {
      sending.await();
    }
    Part again = house.enrich(folder.resolve("enrich-1"), named("imr-enrich-1"));
    House.awaitReady(again);

    // Then
    new Published(house.connection()).awaitWhole(letters);
    assertThat(again.sum("kafka_stream_thread_process_total")).isPositive();
    assertThat(partitions()).isEqualTo(before);
    assertThat(first.sum(REBALANCES)).isEqualTo(rebalances);
  }

  /** As {@code imr.membershipEnv} of the chart says it. */
  private static Map<String, String> named(String pod) {
    return Settings.environment(
        Map.of(
            "IMR_KAFKA_GROUP_INSTANCE_ID", pod, "IMR_KAFKA_CONSUMER_SESSION_TIMEOUT_MS", "60000"));
  }

  /** Both instances have work. */
  private boolean shared() throws Exception {
    return partitions().entrySet().stream()
            .filter(member -> !member.getValue().isEmpty())
            .map(member -> member.getKey().substring(0, "imr-enrich-0".length()))
            .distinct()
            .count()
        == 2;
  }

  /** What each thread of each instance has, by its name. */
  private Map<String, String> partitions() throws Exception {
    String group = EnrichService.GROUP.standard();
    try (Admin admin = Admin.create(Map.copyOf(house.connection().kafka()))) {
      Map<String, String> partitions = new TreeMap<>();
      for (MemberDescription member :
          admin
              .describeConsumerGroups(List.of(group))
              .describedGroups()
              .get(group)
              .get()
              .members()) {
        partitions.put(member.groupInstanceId().orElse("none"), text(member));
      }
      return partitions;
    }
  }

  private static String text(MemberDescription member) {
    return member.assignment().topicPartitions().stream()
        .map(TopicPartition::toString)
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
