package org.openimr.schemas;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Partitions of topics that were just created.
 *
 * <p>A broker knows of a topic before it serves all of its partitions. A producer that sends in
 * between can lose what it sends first: its first batch is refused, the second, already under way,
 * is taken, and from then on the first is out of order until its time of two minutes is up
 * (KAFKA-15591; brokers up to 4.3, idempotent producers with more than one request under way).
 */
public final class ServedPartitions {
  private ServedPartitions() {}

  /**
   * Waits until each partition is served by its leader, so that producers may start. Whoever may
   * create topics but not describe them does not wait.
   *
   * @param partitions their number by the topic's name
   * @throws KafkaException if one is not served in the time that the admin client has for a call
   */
  public static void await(Admin admin, Map<String, Integer> partitions)
      throws InterruptedException {
    Map<TopicPartition, OffsetSpec> ends =
        partitions.entrySet().stream()
            .flatMap(
                topic ->
                    IntStream.range(0, topic.getValue())
                        .mapToObj(number -> new TopicPartition(topic.getKey(), number)))
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    try {
      admin.listOffsets(ends).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof AuthorizationException)) {
        throw TopicCreation.failure(e);
      }
    }
  }
}
