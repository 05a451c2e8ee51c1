package org.openimr.systemtest.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.openimr.tools.generator.model.Canary;

/**
 * All topics of a broker, those that Streams made included.
 *
 * @param holders topics with text of letters in values
 * @param leaks records with text of letters in a key or a header
 */
record TopicCanaryScan(Set<String> allowedTopics, List<CanaryLeak> leaks) {

  static TopicCanaryScan scan(Map<String, String> kafka) {
    TopicCanaryScan found = new TopicCanaryScan(new TreeSet<>(), new ArrayList<>());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            new HashMap<>(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::look);
      }
    }
    return found;
  }

  private void look(ConsumerRecord<byte[], byte[]> published) {
    if (holds(published.value())) {
      allowedTopics.add(published.topic());
    }
    if (holds(published.key())) {
      leaks.add(new CanaryLeak("key in " + published.topic()));
    }
    for (Header header : published.headers()) {
      if (holds(header.value()) || header.key().contains(Canary.WORD)) {
        leaks.add(new CanaryLeak("header " + header.key() + " in " + published.topic()));
      }
    }
  }

  private static boolean holds(byte[] bytes) {
    return bytes != null && new String(bytes, ISO_8859_1).contains(Canary.WORD);
  }
}
