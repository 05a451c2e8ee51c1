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

/** Whether the topics are there, as the services need them, with leaders and replicas. */
final class TopicConfigurationCheck implements DoctorCheck {
  private static final String APPLY = "imr topics apply";

  @Override
  public String name() {
    return "topics";
  }

  @Override
  public List<DoctorFinding> check(ClusterContext installation) throws InterruptedException {
    TopicPlan plan = TopicPlan.of(installation.admin(), List.of());
    List<DoctorFinding> findings = new ArrayList<>();
    List<String> there = new ArrayList<>();
    for (TopicPlan.State state : plan.topics()) {
      String name = state.topic().topicName();
      switch (state) {
        case TopicPlan.Missing missing ->
            findings.add(DoctorFinding.wrong(name + " is not there", APPLY));
        case TopicPlan.Forbidden hidden ->
            findings.add(
                DoctorFinding.unseen(
                    name + " is not shown to this principal",
                    "grant it DescribeConfigs on the topic, or ask as an operator"));
        case TopicPlan.Present seen -> {
          there.add(name);
          settings(seen, findings);
        }
      }
    }
    if (findings.isEmpty()) {
      findings.add(
          DoctorFinding.right("all %d are there, set as they should be".formatted(there.size())));
    }
    findings.addAll(replicas(installation, there));
    return findings;
  }

  private static void settings(TopicPlan.Present topic, List<DoctorFinding> findings) {
    String name = topic.topic().topicName();
    topic
        .differences()
        .forEach(
            (setting, difference) -> {
              String said =
                  "%s: %s is %s, not %s"
                      .formatted(name, setting, difference.actual(), difference.expected());
              findings.add(
                  setting.equals(TopicConfig.RETENTION_MS_CONFIG)
                      ? DoctorFinding.note(said, APPLY + ", if that is not meant")
                      : DoctorFinding.wrong(said, APPLY));
            });
    int wanted = topic.topic().partitions();
    if (topic.partitions() != wanted) {
      findings.add(partitions(topic.topic(), topic.partitions(), wanted));
    }
  }

  private static DoctorFinding partitions(Topic topic, int is, int wanted) {
    String said = "%s has %d partitions, not %d".formatted(topic.topicName(), is, wanted);
    return wanted == 1
        ? DoctorFinding.wrong(said, "make it anew: its reader looks at one partition only")
        : DoctorFinding.note(said, "leave it: with another number, keys would move");
  }

  private static List<DoctorFinding> replicas(ClusterContext installation, List<String> topics)
      throws InterruptedException {
    Map<String, TopicDescription> described =
        AdminFutures.get(installation.admin().describeTopics(topics).allTopicNames());
    List<TopicPartitionInfo> partitions =
        described.values().stream().flatMap(topic -> topic.partitions().stream()).toList();
    long leaderless = partitions.stream().filter(TopicConfigurationCheck::hasNoLeader).count();
    long thin = partitions.stream().filter(at -> at.isr().size() < at.replicas().size()).count();
    List<DoctorFinding> findings = new ArrayList<>();
    if (leaderless > 0) {
      findings.add(
          DoctorFinding.wrong(
              "%d of %d partitions have no leader".formatted(leaderless, partitions.size()),
              "bring the brokers back that hold them"));
    }
    if (thin > 0) {
      findings.add(
          DoctorFinding.note(
              "%d of %d partitions lack a replica".formatted(thin, partitions.size()),
              "see which broker is away, or behind"));
    }
    if (leaderless + thin == 0 && !partitions.isEmpty()) {
      findings.add(
          DoctorFinding.right(
              "all %d partitions have leader and replicas".formatted(partitions.size())));
    }
    return findings;
  }

  private static boolean hasNoLeader(TopicPartitionInfo partition) {
    return partition.leader() == null || partition.leader().isEmpty();
  }
}
