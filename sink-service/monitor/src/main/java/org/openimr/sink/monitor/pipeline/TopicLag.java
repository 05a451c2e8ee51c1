package org.openimr.sink.monitor.pipeline;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.openimr.schemas.topic.Topic;

/** Queries the number of received letters and the lag of each stage from the broker. */
public final class TopicLag {
  private static final int TIMEOUT_MILLIS = 5000;

  private final Admin admin;
  private final Map<Stage, StageConsumer> consumers;

  /** Stages of the pipeline. */
  public enum Stage {
    INGEST,
    ENRICH,
    MONITOR
  }

  /** A consumer group and the topic that it reads. */
  public record StageConsumer(String group, Topic topic) {}

  /**
   * Received letters and lag.
   *
   * @param lettersIn number of records ever appended to the raw topic; its producers are not
   *     transactional, so each offset is a letter
   * @param pending lag in records by stage: records that the stage has not committed yet
   */
  public record LagSnapshot(long lettersIn, Map<Stage, Long> pending) {}

  public TopicLag(Admin admin, Map<Stage, StageConsumer> consumers) {
    this.admin = admin;
    this.consumers = Map.copyOf(consumers);
  }

  /**
   * Queries the broker.
   *
   * @throws ExecutionException if the broker does not answer within 5 seconds
   */
  public LagSnapshot query() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions(Topic.LETTERS_RAW).forEach(at -> latest.put(at, OffsetSpec.latest()));
    consumers
        .values()
        .forEach(
            consumer ->
                partitions(consumer.topic()).forEach(at -> latest.put(at, OffsetSpec.latest())));
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        admin
            .listOffsets(
                latest,
                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED).timeoutMs(TIMEOUT_MILLIS))
            .all()
            .get();
    long lettersIn = partitions(Topic.LETTERS_RAW).stream().mapToLong(at -> end(ends, at)).sum();
    return new LagSnapshot(lettersIn, pending(ends));
  }

  private Map<Stage, Long> pending(Map<TopicPartition, ListOffsetsResultInfo> ends)
      throws ExecutionException, InterruptedException {
    Map<String, ListConsumerGroupOffsetsSpec> groups = new HashMap<>();
    consumers
        .values()
        .forEach(
            consumer ->
                groups.put(
                    consumer.group(),
                    new ListConsumerGroupOffsetsSpec()
                        .topicPartitions(partitions(consumer.topic()))));
    Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
        admin.listConsumerGroupOffsets(groups).all().get();
    Map<Stage, Long> pending = new EnumMap<>(Stage.class);
    consumers.forEach(
        (stage, consumer) ->
            pending.put(
                stage,
                lag(
                    consumer.topic(),
                    ends,
                    Objects.requireNonNull(committed.get(consumer.group())))));
    return pending;
  }

  private static long lag(
      Topic topic,
      Map<TopicPartition, ListOffsetsResultInfo> ends,
      Map<TopicPartition, OffsetAndMetadata> committed) {
    long lag = 0;
    for (TopicPartition at : partitions(topic)) {
      OffsetAndMetadata offset = committed.get(at);
      lag += Math.max(0, end(ends, at) - (offset == null ? 0 : offset.offset()));
    }
    return lag;
  }

  private static long end(Map<TopicPartition, ListOffsetsResultInfo> ends, TopicPartition at) {
    return Objects.requireNonNull(ends.get(at)).offset();
  }

  private static List<TopicPartition> partitions(Topic topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
        .toList();
  }
}
