package org.openimr.schemas.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The differences between the topics on a broker and those of CONTRACT.md, and their resolution.
 *
 * @param topics in the order of {@link Topic}
 */
public record TopicPlan(List<State> topics) {

  /** The comparison of one topic. */
  public sealed interface State {
    /** The topic. */
    Topic topic();
  }

  /** The topic does not exist. */
  public record Missing(Topic topic) implements State {}

  /** The client is not authorized to describe the topic. */
  public record Forbidden(Topic topic) implements State {}

  /**
   * The topic exists.
   *
   * @param partitions never changed, because keys would move to other partitions
   * @param differences settings that differ, by name
   */
  public record Present(Topic topic, int partitions, Map<String, Difference> differences)
      implements State {
    /** Whether all settings are as expected; ignores the number of partitions. */
    public boolean isUpToDate() {
      return differences.isEmpty();
    }
  }

  /** The actual and the expected value of a setting. */
  public record Difference(String actual, String expected) {}

  /**
   * Compares all topics without changes.
   *
   * @param kept names of settings that keep their values on the broker
   * @throws KafkaException if the broker is unavailable
   */
  public static TopicPlan of(Admin admin, Collection<String> kept) throws InterruptedException {
    List<String> names = Arrays.stream(Topic.values()).map(Topic::topicName).toList();
    Map<String, KafkaFuture<TopicDescription>> described =
        admin.describeTopics(names).topicNameValues();
    Map<ConfigResource, KafkaFuture<Config>> configured =
        admin.describeConfigs(names.stream().map(TopicPlan::resource).toList()).values();
    List<State> states = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      states.add(
          state(
              topic,
              Objects.requireNonNull(described.get(topic.topicName())),
              Objects.requireNonNull(configured.get(resource(topic.topicName()))),
              kept));
    }
    return new TopicPlan(List.copyOf(states));
  }

  /** Whether {@link #apply} would change nothing. */
  public boolean isEmpty() {
    return topics.stream().allMatch(TopicPlan::isUpToDate);
  }

  private static boolean isUpToDate(State state) {
    return switch (state) {
      case Missing missing -> false;
      case Forbidden forbidden -> true;
      case Present present -> present.isUpToDate();
    };
  }

  /**
   * Creates missing topics and sets settings that differ.
   *
   * @param replication replicas of each new partition, or {@link
   *     TopicCreator#BROKER_DEFAULT_REPLICATION}
   * @throws KafkaException if the broker is unavailable or refuses
   */
  public void apply(Admin admin, int replication) throws InterruptedException {
    List<Topic> missing = new ArrayList<>();
    Map<ConfigResource, Collection<AlterConfigOp>> settings = new HashMap<>();
    for (State state : topics) {
      switch (state) {
        case Missing absent -> missing.add(absent.topic());
        case Present present ->
            settings.put(resource(present.topic().topicName()), operations(present.differences()));
        case Forbidden forbidden -> {}
      }
    }
    settings.values().removeIf(Collection::isEmpty);
    List<NewTopic> created = missing.stream().map(topic -> topic.newTopic(replication)).toList();
    AdminFutures.get(admin.createTopics(created).all());
    TopicCreator.awaitReady(admin, missing);
    AdminFutures.get(admin.incrementalAlterConfigs(settings).all());
  }

  private static Collection<AlterConfigOp> operations(Map<String, Difference> differences) {
    return differences.entrySet().stream()
        .map(each -> new ConfigEntry(each.getKey(), each.getValue().expected()))
        .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
        .toList();
  }

  private static State state(
      Topic topic,
      KafkaFuture<TopicDescription> described,
      KafkaFuture<Config> configured,
      Collection<String> kept)
      throws InterruptedException {
    try {
      int partitions = AdminFutures.get(described).partitions().size();
      return new Present(topic, partitions, differences(topic, AdminFutures.get(configured), kept));
    } catch (UnknownTopicOrPartitionException e) {
      return new Missing(topic);
    } catch (AuthorizationException e) {
      return new Forbidden(topic);
    }
  }

  private static Map<String, Difference> differences(
      Topic topic, Config config, Collection<String> kept) {
    Map<String, Difference> differences = new TreeMap<>();
    topic
        .configuration()
        .forEach(
            (name, expected) -> {
              ConfigEntry entry = config.get(name);
              String actual = entry == null ? "" : entry.value();
              if (!kept.contains(name) && !words(actual).equals(words(expected))) {
                differences.put(name, new Difference(actual, expected));
              }
            });
    return differences;
  }

  /** The words of a list: {@code compact,delete} equals {@code delete,compact}. */
  private static Set<String> words(String value) {
    return Set.copyOf(Arrays.asList(value.split(",")));
  }

  private static ConfigResource resource(String topicName) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topicName);
  }
}
