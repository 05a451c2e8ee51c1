package org.openimr.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.TopicConfig;
import org.openimr.schemas.topic.AdminFutures;
import org.openimr.schemas.topic.Topic;
import org.openimr.schemas.topic.TopicPlan;

/** Checks that the topics exist with the required settings, leaders and replicas. */
final class TopicConfigurationCheck implements DoctorCheck {
  private static final String APPLY = "imr topics apply";

  @Override
  public String name() {
    return "topics";
  }

  @Override
  public List<DoctorFinding> check(ClusterContext context) throws InterruptedException {
    TopicPlan plan = TopicPlan.of(context.admin(), List.of());
    List<DoctorFinding> findings = new ArrayList<>();
    List<String> existing = new ArrayList<>();
    for (TopicPlan.State state : plan.topics()) {
      String name = state.topic().topicName();
      switch (state) {
        case TopicPlan.Missing missing ->
            findings.add(DoctorFinding.failed(name + " is missing", APPLY));
        case TopicPlan.Forbidden forbidden ->
            findings.add(
                DoctorFinding.unknown(
                    name + " is not visible to this principal",
                    "grant it DescribeConfigs on the topic, or use the operator's principal"));
        case TopicPlan.Present present -> {
          existing.add(name);
          settings(present, findings);
        }
      }
    }
    if (findings.isEmpty()) {
      findings.add(
          DoctorFinding.ok(
              "all %d topics exist with the required settings".formatted(existing.size())));
    }
    findings.addAll(replicas(context, existing));
    return findings;
  }

  private static void settings(TopicPlan.Present topic, List<DoctorFinding> findings) {
    String name = topic.topic().topicName();
    topic
        .differences()
        .forEach(
            (setting, difference) -> {
              String message =
                  "%s: %s is %s, not %s"
                      .formatted(name, setting, difference.actual(), difference.expected());
              findings.add(
                  setting.equals(TopicConfig.RETENTION_MS_CONFIG)
                      ? DoctorFinding.warning(message, APPLY + ", unless this is intended")
                      : DoctorFinding.failed(message, APPLY));
            });
    int expected = topic.topic().partitions();
    if (topic.partitions() != expected) {
      findings.add(partitions(topic.topic(), topic.partitions(), expected));
    }
  }

  private static DoctorFinding partitions(Topic topic, int actual, int expected) {
    String message = "%s has %d partitions, not %d".formatted(topic.topicName(), actual, expected);
    return expected == 1
        ? DoctorFinding.failed(message, "create it again: its consumer reads a single partition")
        : DoctorFinding.warning(
            message, "keep it: another number would move keys to other partitions");
  }

  private static List<DoctorFinding> replicas(ClusterContext context, List<String> topics)
      throws InterruptedException {
    Map<String, TopicDescription> described =
        AdminFutures.get(context.admin().describeTopics(topics).allTopicNames());
    List<TopicPartitionInfo> partitions =
        described.values().stream().flatMap(topic -> topic.partitions().stream()).toList();
    long leaderless = partitions.stream().filter(TopicConfigurationCheck::hasNoLeader).count();
    long underReplicated =
        partitions.stream().filter(at -> at.isr().size() < at.replicas().size()).count();
    List<DoctorFinding> findings = new ArrayList<>();
    if (leaderless > 0) {
      findings.add(
          DoctorFinding.failed(
              "%d of %d partitions have no leader".formatted(leaderless, partitions.size()),
              "restart the brokers that hold them"));
    }
    if (underReplicated > 0) {
      findings.add(
          DoctorFinding.warning(
              "%d of %d partitions have too few in-sync replicas"
                  .formatted(underReplicated, partitions.size()),
              "find the broker that is down or lagging"));
    }
    if (leaderless + underReplicated == 0 && !partitions.isEmpty()) {
      findings.add(
          DoctorFinding.ok(
              "all %d partitions have a leader and all replicas".formatted(partitions.size())));
    }
    return findings;
  }

  private static boolean hasNoLeader(TopicPartitionInfo partition) {
    return partition.leader() == null || partition.leader().isEmpty();
  }
}
