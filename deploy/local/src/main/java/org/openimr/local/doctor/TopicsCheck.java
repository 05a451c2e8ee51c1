package org.openimr.local.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.TopicConfig;
import org.openimr.schemas.BrokerAnswer;
import org.openimr.schemas.Topic;
import org.openimr.schemas.TopicPlan;

/** Whether the topics are there, as the services need them, with leaders and replicas. */
final class TopicsCheck implements Check {
  private static final String APPLY = "imr topics apply";

  @Override
  public String name() {
    return "topics";
  }

  @Override
  public List<Finding> look(Installation installation) throws InterruptedException {
    TopicPlan plan = TopicPlan.of(installation.admin(), List.of());
    List<Finding> findings = new ArrayList<>();
    List<String> there = new ArrayList<>();
    for (TopicPlan.State state : plan.topics()) {
      String name = state.topic().topicName();
      switch (state) {
        case TopicPlan.Missing missing ->
            findings.add(Finding.wrong(name + " is not there", APPLY));
        case TopicPlan.Hidden hidden ->
            findings.add(
                Finding.unseen(
                    name + " is not shown to this principal",
                    "grant it DescribeConfigs on the topic, or ask as an operator"));
        case TopicPlan.There seen -> {
          there.add(name);
          settings(seen, findings);
        }
      }
    }
    if (findings.isEmpty()) {
      findings.add(
          Finding.right("all %d are there, set as they should be".formatted(there.size())));
    }
    findings.addAll(replicas(installation, there));
    return findings;
  }

  private static void settings(TopicPlan.There topic, List<Finding> findings) {
    String name = topic.topic().topicName();
    topic
        .differences()
        .forEach(
            (setting, difference) -> {
              String said =
                  "%s: %s is %s, not %s"
                      .formatted(name, setting, difference.is(), difference.wanted());
              findings.add(
                  setting.equals(TopicConfig.RETENTION_MS_CONFIG)
                      ? Finding.note(said, APPLY + ", if that is not meant")
                      : Finding.wrong(said, APPLY));
            });
    int wanted = topic.topic().partitions();
    if (topic.partitions() != wanted) {
      findings.add(partitions(topic.topic(), topic.partitions(), wanted));
    }
  }

  private static Finding partitions(Topic topic, int is, int wanted) {
    String said = "%s has %d partitions, not %d".formatted(topic.topicName(), is, wanted);
    return wanted == 1
        ? Finding.wrong(said, "make it anew: its reader looks at one partition only")
        : Finding.note(said, "leave it: with another number, keys would move");
  }

  private static List<Finding> replicas(Installation installation, List<String> topics)
      throws InterruptedException {
    Map<String, TopicDescription> described =
        BrokerAnswer.of(installation.admin().describeTopics(topics).allTopicNames());
    List<TopicPartitionInfo> partitions =
        described.values().stream().flatMap(topic -> topic.partitions().stream()).toList();
    long leaderless = partitions.stream().filter(TopicsCheck::hasNoLeader).count();
    long thin = partitions.stream().filter(at -> at.isr().size() < at.replicas().size()).count();
    List<Finding> findings = new ArrayList<>();
    if (leaderless > 0) {
      findings.add(
          Finding.wrong(
              "%d of %d partitions have no leader".formatted(leaderless, partitions.size()),
              "bring the brokers back that hold them"));
    }
    if (thin > 0) {
      findings.add(
          Finding.note(
              "%d of %d partitions lack a replica".formatted(thin, partitions.size()),
              "see which broker is away, or behind"));
    }
    if (leaderless + thin == 0 && !partitions.isEmpty()) {
      findings.add(
          Finding.right("all %d partitions have leader and replicas".formatted(partitions.size())));
    }
    return findings;
  }

  private static boolean hasNoLeader(TopicPartitionInfo partition) {
    return partition.leader() == null || partition.leader().isEmpty();
  }
}
