package org.openimr.schemas.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.openimr.schemas.topic.Topic;

/**
 * The first bytes of events in Confluent's wire format: a zero byte and the schema id in four
 * bytes, looked up once per topic. Thread-safe.
 */
public final class SchemaIdPrefixes {
  private static final byte MAGIC = 0;
  private static final int BYTES = 1 + Integer.BYTES;

  private final SchemaRegistryClient registry;
  private final Map<Topic, byte[]> known = new ConcurrentHashMap<>();

  public SchemaIdPrefixes(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /**
   * The prefix of the events of a topic; must not be modified.
   *
   * @throws SerializationException if the registry is unavailable or does not have the schema
   * @throws IllegalArgumentException if the values of the topic are not events
   */
  public byte[] forTopic(Topic topic) {
    byte[] prefix = known.get(topic);
    if (prefix == null) {
      Schema schema = topic.schema().orElseThrow(IllegalArgumentException::new);
      prefix = fetch(registry, topic.topicName(), schema);
      known.put(topic, prefix);
    }
    return prefix;
  }

  /** Looks up the prefix of events with a schema. */
  public static byte[] fetch(SchemaRegistryClient registry, String topic, Schema schema) {
    try {
      int id =
          registry.getId(topic + "-value", new AvroSchema(SchemaRegistrar.registeredForm(schema)));
      return ByteBuffer.allocate(BYTES).put(MAGIC).putInt(id).array();
    } catch (IOException e) {
      throw new SerializationException(
          "failed to look up the schema of " + topic + " in the registry", e);
    } catch (RestClientException e) {
      throw new SerializationException(
          "the registry does not have the schema of " + topic + "; register it with imr schemas",
          e);
    }
  }
}
