package org.openimr.sink.monitor.pipeline;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Asks the broker how far topics and their readers are. */
public final class TopicLag {
  private static final int TIMEOUT_MILLIS = 5000;

  private final Admin admin;
  private final Map<Stage, StageConsumer> readers;

  /** Stages of a letter's way. */
  public enum Stage {
    INGEST,
    ENRICH,
    MONITOR
  }

  /** A consumer group and the topic that it reads. */
  public record StageConsumer(String group, Topic topic) {}

  /**
   * Where all stand.
   *
   * @param lettersIn records ever appended to the raw topic; its producers are not transactional,
   *     so that each offset is a letter
   * @param underWay records that a stage has not committed yet
   */
  public record LagSnapshot(long lettersIn, Map<Stage, Long> pending) {}

  public TopicLag(Admin admin, Map<Stage, StageConsumer> readers) {
    this.admin = admin;
    this.readers = Map.copyOf(readers);
  }

  /**
   * Asks now.
   *
   * @throws ExecutionException if the broker does not answer
   */
  public LagSnapshot query() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions(Topic.LETTERS_RAW).forEach(at -> latest.put(at, OffsetSpec.latest()));
    readers
        .values()
        .forEach(
            reader ->
                partitions(reader.topic()).forEach(at -> latest.put(at, OffsetSpec.latest())));
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        admin
            .listOffsets(
                latest,
                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED).timeoutMs(TIMEOUT_MILLIS))
            .all()
            .get();
    long lettersIn =
        partitions(Topic.LETTERS_RAW).stream().mapToLong(at -> ends.get(at).offset()).sum();
    return new LagSnapshot(lettersIn, underWay(ends));
  }

  private Map<Stage, Long> underWay(Map<TopicPartition, ListOffsetsResultInfo> ends)
      throws ExecutionException, InterruptedException {
    Map<String, ListConsumerGroupOffsetsSpec> groups = new HashMap<>();
    readers
        .values()
        .forEach(
            reader ->
                groups.put(
                    reader.group(),
                    new ListConsumerGroupOffsetsSpec()
                        .topicPartitions(partitions(reader.topic()))));
    Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
        admin.listConsumerGroupOffsets(groups).all().get();
    Map<Stage, Long> underWay = new EnumMap<>(Stage.class);
    readers.forEach(
        (stage, reader) ->
            underWay.put(stage, lag(reader.topic(), ends, committed.get(reader.group()))));
    return underWay;
  }

  private static long lag(
      Topic topic,
      Map<TopicPartition, ListOffsetsResultInfo> ends,
      Map<TopicPartition, OffsetAndMetadata> committed) {
    long lag = 0;
    for (TopicPartition at : partitions(topic)) {
      OffsetAndMetadata offset = committed.get(at);
      lag += Math.max(0, ends.get(at).offset() - (offset == null ? 0 : offset.offset()));
    }
    return lag;
  }

  private static List<TopicPartition> partitions(Topic topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
        .toList();
  }
}
