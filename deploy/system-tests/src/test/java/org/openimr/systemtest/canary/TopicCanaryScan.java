package org.openimr.systemtest.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.openimr.runtime.kafka.CommittedTopicScanner;
import org.openimr.runtime.kafka.TopicScanOptions;
import org.openimr.tools.generator.model.Canary;

/**
 * Searches all topics of a broker, including internal topics of Kafka Streams.
 *
 * @param allowedTopics topics with letter text in values
 * @param leaks records with letter text in a key or a header
 */
record TopicCanaryScan(Set<String> allowedTopics, List<CanaryLeak> leaks) {

  static TopicCanaryScan scan(Map<String, String> kafka) {
    TopicCanaryScan found = new TopicCanaryScan(new TreeSet<>(), new ArrayList<>());
    try (CommittedTopicScanner scanner =
        new CommittedTopicScanner(kafka, TopicScanOptions.UNCOMMITTED)) {
      List<TopicPartition> partitions =
          scanner.topics().stream().flatMap(topic -> scanner.partitions(topic).stream()).toList();
      scanner.scan(partitions, found::check);
    }
    return found;
  }

  private void check(ConsumerRecord<byte[], byte[]> published) {
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
