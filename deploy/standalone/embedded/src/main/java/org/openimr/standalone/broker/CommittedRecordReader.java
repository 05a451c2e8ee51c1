package org.openimr.standalone.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.openimr.runtime.kafka.CommittedTopicScanner;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/** Reads the committed records of a topic into memory, deserialized; for tests and small topics. */
public final class CommittedRecordReader {
  private CommittedRecordReader() {}

  /** All records of a topic with text keys; those of one partition in offset order. */
  public static <T> List<ConsumerRecord<String, T>> readAll(
      Settings connection, Topic topic, Deserializer<T> values) {
    return readAll(connection, topic.topicName(), new StringDeserializer(), values);
  }

  /** All records of a topic; those of one partition in offset order. */
  public static <K, V> List<ConsumerRecord<K, V>> readAll(
      Settings connection, String topic, Deserializer<K> keys, Deserializer<V> values) {
    List<ConsumerRecord<K, V>> records = new ArrayList<>();
    try (CommittedTopicScanner scanner = new CommittedTopicScanner(connection.kafka())) {
      scanner.scan(topic, record -> records.add(deserialize(record, keys, values)));
    }
    return records;
  }

  private static <K, V> ConsumerRecord<K, V> deserialize(
      ConsumerRecord<byte[], byte[]> record, Deserializer<K> keys, Deserializer<V> values) {
    return new ConsumerRecord<>(
        record.topic(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        record.timestampType(),
        record.serializedKeySize(),
        record.serializedValueSize(),
        deserialize(record, keys, record.key()),
        deserialize(record, values, record.value()),
        record.headers(),
        Optional.empty());
  }

  /** Null stays null, as with a consumer's own deserialization. */
  private static <T> @Nullable T deserialize(
      ConsumerRecord<byte[], byte[]> record,
      Deserializer<T> deserializer,
      byte @Nullable [] bytes) {
    return bytes == null ? null : deserializer.deserialize(record.topic(), record.headers(), bytes);
  }
}
