package org.openimr.schemas.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * How the topics on a broker differ from those of CONTRACT.md, and what makes them the same.
 *
 * @param topics how each topic stands, in the order of {@link Topic}
 */
public record TopicPlan(List<State> topics) {

  /** How a topic stands. */
  public sealed interface State {
    /** The topic. */
    Topic topic();
  }

  /** It is not there. */
  public record Missing(Topic topic) implements State {}

  /** This principal may not look at it. */
  public record Forbidden(Topic topic) implements State {}

  /**
   * It is there.
   *
   * @param partitions that it has; never changed, for keys would move
   * @param differences settings that are not as they should be, by name
   */
  public record Present(Topic topic, int partitions, Map<String, Difference> differences)
      implements State {
    /** Whether nothing differs but, perhaps, the number of partitions. */
    public boolean isUpToDate() {
      return differences.isEmpty();
    }
  }

  /** A setting as it is and as it should be. */
  public record Difference(String actual, String expected) {}

  /**
   * Looks at all topics; changes nothing.
   *
   * @param kept names of settings that are left as they are on the broker
   * @throws KafkaException if the broker does not answer
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
              described.get(topic.topicName()),
              configured.get(resource(topic.topicName())),
              kept));
    }
    return new TopicPlan(List.copyOf(states));
  }

  /** Whether {@link #apply} would change nothing. */
  public boolean isEmpty() {
    return topics.stream().allMatch(TopicPlan::needsNothing);
  }

  private static boolean needsNothing(State state) {
    return switch (state) {
      case Missing missing -> false;
      case Forbidden hidden -> true;
      case Present there -> there.isUpToDate();
    };
  }

  /**
   * Makes the topics that are missing and sets the settings that differ; nothing else.
   *
   * @param replication copies of each new partition, or {@link
   *     TopicCreator#BROKER_DEFAULT_REPLICATION}
   * @throws KafkaException if the broker does not answer or refuses
   */
  public void apply(Admin admin, int replication) throws InterruptedException {
    List<Topic> missing = new ArrayList<>();
    Map<ConfigResource, Collection<AlterConfigOp>> settings = new HashMap<>();
    for (State state : topics) {
      switch (state) {
        case Missing absent -> missing.add(absent.topic());
        case Present there ->
            settings.put(resource(there.topic().topicName()), operations(there.differences()));
        case Forbidden hidden -> {}
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
            (name, wanted) -> {
              ConfigEntry entry = config.get(name);
              String is = entry == null ? "" : entry.value();
              if (!kept.contains(name) && !words(is).equals(words(wanted))) {
                differences.put(name, new Difference(is, wanted));
              }
            });
    return differences;
  }

  /** {@code compact,delete} is {@code delete,compact}. */
  private static Set<String> words(String value) {
    return Set.copyOf(Arrays.asList(value.split(",")));
  }

  private static ConfigResource resource(String topicName) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topicName);
  }
}
