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
import org.openimr.schemas.registry.SchemaIdPrefixes;

/**
 * Events in Confluent's wire format: a zero byte, the schema's id in four bytes, Avro.
 *
 * <p>Confluent's own serializer hashes the whole schema for each record; this one asks its client
 * for the id once a topic. Safe for use by several threads.
 */
final class EventSerializer<T extends SpecificRecord> implements Serializer<T> {
  private static final int INITIAL_BYTES = 16 * 1024;

  private final SchemaRegistryClient registry;
  private final Map<String, Form> forms = new HashMap<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(INITIAL_BYTES);
  private BinaryEncoder encoder;

  EventSerializer(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /** How the events of a topic are written. */
  private record Form(Schema schema, byte[] prefix, DatumWriter<SpecificRecord> writer) {}

  /**
   * An event's bytes; {@code null} is a tombstone and stays {@code null}.
   *
   * @throws SerializationException if the registry can't be asked or does not have the schema
   */
  @Override
  public synchronized byte[] serialize(String topic, T event) {
    if (event == null) {
      return null;
    }
    Form form = form(topic, event.getSchema());
    try {
      bytes.reset();
      bytes.write(form.prefix());
      encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
      form.writer().write(event, encoder);
      encoder.flush();
      return bytes.toByteArray();
    } catch (IOException | RuntimeException e) {
      // messages of Avro may hold what the event holds
      throw new SerializationException(
          "an event of " + topic + " can't be written: " + e.getClass().getSimpleName());
    }
  }

  private Form form(String topic, Schema schema) {
    Form known = forms.get(topic);
    if (known != null && known.schema() == schema) {
      return known;
    }
    Form form =
        new Form(
            schema,
            SchemaIdPrefixes.fetch(registry, topic, schema),
            new SpecificDatumWriter<>(schema));
    forms.put(topic, form);
    return form;
  }

  @Override
  public void close() {
    try {
      registry.close();
    } catch (IOException e) {
      throw new SerializationException("the registry client did not close", e);
    }
  }
}
