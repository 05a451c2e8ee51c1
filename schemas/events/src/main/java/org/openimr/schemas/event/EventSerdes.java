package org.openimr.schemas.event;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroDeserializerConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.openimr.schemas.registry.SchemaIdPrefixes;
import org.openimr.schemas.registry.SchemaRegistrar;

/**
 * Serdes of the events, based on Confluent's client and wire format.
 *
 * <p>They never register schemas: a missing schema is an error that names the command to register
 * it. Schemas are looked up exactly, not by the latest version.
 */
public final class EventSerdes {
  /** Package whose classes Avro may instantiate; since 1.12 it rejects all others. */
  private static final String EVENTS = "org.openimr.event";

  /** A hanging registry must not exceed the transaction timeout; the transaction is retried. */
  private static final Map<String, String> SHORT_TIMEOUTS =
      Map.of(
          "schema.registry.http.connect.timeout.ms", "3000",
          "schema.registry.http.read.timeout.ms", "3000",
          "schema.registry.max.retries", "0");

  private final Map<String, Object> settings;

  /** Shared by all serdes, so that schemas cached by one serve all during an outage. */
  private final SchemaRegistryClient registry;

  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> EVENTS.equals(type.getPackageName())));
  }

  /**
   * Permits Avro to create the classes of events in this process, for code that decodes them
   * without these serdes.
   */
  public static void permitEventClasses() {
    // done once, when this class is initialized
  }

  private EventSerdes(Map<String, Object> settings) {
    this.settings = settings;
    this.registry = SchemaRegistrar.client(settings);
  }

  /**
   * Creates serdes for a registry.
   *
   * @param registry settings of Confluent's client, {@code schema.registry.url} at least
   */
  public static EventSerdes of(Map<String, ?> registry) {
    Map<String, Object> settings = new HashMap<>(SHORT_TIMEOUTS);
    settings.putAll(registry);
    settings.put(KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG, true);
    return new EventSerdes(Map.copyOf(settings));
  }

  /** The serde of one type of event. */
  public <T extends SpecificRecord> Serde<T> serde() {
    return Serdes.serdeFrom(serializer(), deserializer());
  }

  /** The prefixes for callers that assemble events of encoded parts. */
  public SchemaIdPrefixes schemaIdPrefixes() {
    return new SchemaIdPrefixes(registry);
  }

  /** The serializer of events of any topic. */
  public <T extends SpecificRecord> Serializer<T> serializer() {
    return new EventSerializer<>(registry);
  }

  /** The deserializer of one type of event; {@code null} is a tombstone and stays {@code null}. */
  @SuppressWarnings("unchecked")
  public <T extends SpecificRecord> Deserializer<T> deserializer() {
    KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer(registry);
    deserializer.configure(settings, false);
    return (Deserializer<T>) (Deserializer<?>) deserializer;
  }

  /** The deserializer to generic records, for callers that only print events. */
  public Deserializer<Object> genericDeserializer() {
    Map<String, Object> generic = new HashMap<>(settings);
    generic.put(KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG, false);
    KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer(registry);
    deserializer.configure(generic, false);
    return deserializer;
  }
}
