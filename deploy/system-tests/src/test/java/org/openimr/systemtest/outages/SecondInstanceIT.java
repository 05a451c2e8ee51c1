package org.openimr.systemtest.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.enrich.EnrichService;
import org.openimr.schemas.settings.Settings;
import org.openimr.systemtest.fixture.KillableBrokers;
import org.openimr.systemtest.fixture.PublishedEvents;
import org.openimr.systemtest.fixture.RestartableRegistry;
import org.openimr.systemtest.fixture.RetryingSender;
import org.openimr.systemtest.fixture.SteadySender;
import org.openimr.testkit.letter.SyntheticLetters;
import org.openimr.testkit.pipeline.PipelineFixture;
import org.openimr.testkit.pipeline.RunningService;

/**
 * A second instance of each service comes and goes while letters flow: two rebalances each, or none
 * where instances have names of their own, as the chart gives them.
 */
class SecondInstanceIT {
  private static final String REBALANCES = "kafka_consumer_coordinator_rebalance_total";
  private static final String PROCESSED = "kafka_stream_thread_process_total";

  @TempDir Path folder;
  private KillableBrokers brokers;
  private RestartableRegistry registry;
  private PipelineFixture pipeline;

  @BeforeEach
  void start() throws Exception {
    registry = new RestartableRegistry(folder.resolve("registry")).start();
    brokers = KillableBrokers.start(folder, 1);
    pipeline =
        PipelineFixture.connectedTo(brokers.bootstrapServers(), registry.url())
            .withTopics()
            .withSchemas()
            .start(folder);
  }

  @AfterEach
  void close() {
    pipeline.close();
    brokers.close();
    registry.close();
  }

  @Test
  void secondInstanceSharesLoadAndLeaves() throws Exception {
    RunningService ingest = pipeline.ingest(folder.resolve("ingest"));
    RunningService enrich = pipeline.enrich(folder.resolve("enrich"));
    PipelineFixture.awaitReady(ingest, enrich);
    PublishedEvents published = new PublishedEvents(pipeline.connection());
    double before = enrich.sum(REBALANCES);

    SyntheticLetters letters;
    try (SteadySender flow = SteadySender.start(ingest, 40)) {
      await().atMost(PipelineFixture.TIMEOUT).until(() -> published.determinations() > 0);
      RunningService secondIngest = pipeline.ingest(folder.resolve("ingest-2"), Map.of());
      RunningService secondEnrich = pipeline.enrich(folder.resolve("enrich-2"));
      PipelineFixture.awaitReady(secondIngest, secondEnrich);
      await().atMost(PipelineFixture.TIMEOUT).until(() -> secondEnrich.sum(PROCESSED) > 0);
      await().atMost(PipelineFixture.TIMEOUT).until(() -> secondIngest.sum(PROCESSED) > 0);
      secondEnrich.stop();
      secondIngest.stop();
      letters = flow.stop();
      assertThat(flow.refused()).isEmpty();
    }

    published.awaitComplete(letters);
    PipelineFixture.awaitReady(ingest, enrich);
    assertThat(enrich.sum(REBALANCES)).isGreaterThan(before);
  }

  @Test
  void restartedStaticMemberKeepsItsPartitions() throws Exception {
    // Given
    RunningService ingest = pipeline.ingest(folder.resolve("ingest"));
    RunningService first = pipeline.enrich(folder.resolve("enrich-0"), named("imr-enrich-0"));
    RunningService second = pipeline.enrich(folder.resolve("enrich-1"), named("imr-enrich-1"));
    PipelineFixture.awaitReady(ingest, first, second);
    await().atMost(PipelineFixture.TIMEOUT).until(() -> partitions().size() == 4 && shared());
    awaitNothingMoves(first);
    Map<String, String> before = partitions();
    double rebalances = first.sum(REBALANCES);

    // When
    second.stop();
    SyntheticLetters letters = SyntheticLetters.of(0, 60);
    try (RetryingSender sending = RetryingSender.atRate(ingest, letters, 40)) {
      sending.await();
    }
    RunningService again = pipeline.enrich(folder.resolve("enrich-1"), named("imr-enrich-1"));
    PipelineFixture.awaitReady(again);

    // Then
    new PublishedEvents(pipeline.connection()).awaitComplete(letters);
    await().atMost(PipelineFixture.TIMEOUT).until(() -> again.sum(PROCESSED) > 0);
    assertThat(partitions()).isEqualTo(before);
    assertThat(first.sum(REBALANCES)).isEqualTo(rebalances);
  }

  /** The group may share its partitions out in more than one go. */
  private static void awaitNothingMoves(RunningService service) {
    AtomicReference<Double> before = new AtomicReference<>(-1.0);
    await()
        .atMost(PipelineFixture.TIMEOUT)
        .pollInterval(Duration.ofSeconds(10))
        .until(
            () -> {
              double now = service.sum(REBALANCES);
              return before.getAndSet(now) == now;
            });
  }

  /**
   * As {@code imr.membershipEnv} of the chart says it, but for longer: an instance is back in time
   * on a slow machine too.
   */
  private static Map<String, String> named(String pod) {
    return Settings.readEnvironment(
        Map.of(
            "IMR_KAFKA_GROUP_INSTANCE_ID", pod, "IMR_KAFKA_CONSUMER_SESSION_TIMEOUT_MS", "240000"));
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
    String group = EnrichService.APPLICATION_ID.defaultValue();
    try (Admin admin = Admin.create(Map.copyOf(pipeline.connection().kafka()))) {
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
