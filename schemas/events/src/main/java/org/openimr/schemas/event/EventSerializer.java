package org.openimr.schemas.event;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.openimr.schemas.registry.SchemaIdPrefixes;

/**
 * Serializes events in Confluent's wire format: a zero byte, the schema id in four bytes, Avro.
 *
 * <p>Confluent's own serializer hashes the whole schema for each record; this one looks up the id
 * once per topic. Thread-safe.
 */
final class EventSerializer<T extends SpecificRecord> implements Serializer<T> {
  private static final int INITIAL_BYTES = 16 * 1024;

  private final SchemaRegistryClient registry;
  private final Map<String, TopicFormat> formats = new HashMap<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(INITIAL_BYTES);
  private BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);

  EventSerializer(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /** The encoding of the events of a topic. */
  @SuppressWarnings("ArrayRecordComponent") // never compared or hashed
  private record TopicFormat(Schema schema, byte[] prefix, DatumWriter<SpecificRecord> writer) {}

  /**
   * Serializes an event; {@code null} is a tombstone and stays {@code null}.
   *
   * @throws SerializationException if the registry is unavailable or does not have the schema
   */
  @Override
  public synchronized byte @Nullable [] serialize(String topic, @Nullable T event) {
    if (event == null) {
      return null;
    }
    TopicFormat format = format(topic, event.getSchema());
    try {
      bytes.reset();
      bytes.write(format.prefix());
      encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
      format.writer().write(event, encoder);
      encoder.flush();
      return bytes.toByteArray();
    } catch (IOException | RuntimeException e) {
      // messages of Avro may contain values of the event
      throw new SerializationException(
          "failed to serialize an event of " + topic + ": " + e.getClass().getSimpleName());
    }
  }

  @SuppressWarnings("ReferenceEquality") // a deep comparison of schemas for each record is slow
  private TopicFormat format(String topic, Schema schema) {
    TopicFormat known = formats.get(topic);
    if (known != null && known.schema() == schema) {
      return known;
    }
    TopicFormat format =
        new TopicFormat(
            schema,
            SchemaIdPrefixes.fetch(registry, topic, schema),
            new SpecificDatumWriter<>(schema));
    formats.put(topic, format);
    return format;
  }

  @Override
  public void close() {
    try {
      registry.close();
    } catch (IOException e) {
      throw new SerializationException("failed to close the registry client", e);
    }
  }
}
