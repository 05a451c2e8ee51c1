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
 * Serdes of the events on Confluent's client, in its wire format.
 *
 * <p>They never register a schema: a schema that the registry does not have is an error that names
 * the command which registers it. Schemas are looked up exactly, not by the newest version.
 */
public final class EventSerdes {
  /** Package whose classes Avro may make; it refuses all others since 1.12. */
  private static final String EVENTS = "org.openimr.event";

  /** A registry that hangs shall not hold a transaction longer than one may last; it is retried. */
  private static final Map<String, String> SHORT_TIMEOUTS =
      Map.of(
          "schema.registry.http.connect.timeout.ms", "3000",
          "schema.registry.http.read.timeout.ms", "3000",
          "schema.registry.max.retries", "0");

  private final Map<String, Object> settings;

  /** One for all, so that what one of them has looked up the others have while it is away. */
  private final SchemaRegistryClient registry;

  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> EVENTS.equals(type.getPackageName())));
  }

  private EventSerdes(Map<String, Object> settings) {
    this.settings = settings;
    this.registry = SchemaRegistrar.client(settings);
  }

  /**
   * Serdes for a registry.
   *
   * @param registry settings of Confluent's client, {@code schema.registry.url} at least
   */
  public static EventSerdes of(Map<String, ?> registry) {
    Map<String, Object> settings = new HashMap<>(SHORT_TIMEOUTS);
    settings.putAll(registry);
    settings.put(KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG, true);
    return new EventSerdes(Map.copyOf(settings));
  }

  /** Serializer and deserializer of one kind of event. */
  public <T extends SpecificRecord> Serde<T> serde() {
    return Serdes.serdeFrom(serializer(), deserializer());
  }

  /** For whoever joins events of encoded parts. */
  public SchemaIdPrefixes schemaIdPrefixes() {
    return new SchemaIdPrefixes(registry);
  }

  /** Serializer of events of any topic. */
  public <T extends SpecificRecord> Serializer<T> serializer() {
    return new EventSerializer<>(registry);
  }

  /**
   * Deserializer of one kind of event; {@code null} bytes are a tombstone and give {@code null}.
   */
  @SuppressWarnings("unchecked")
  public <T extends SpecificRecord> Deserializer<T> deserializer() {
    KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer(registry);
    deserializer.configure(settings, false);
    return (Deserializer<T>) (Deserializer<?>) deserializer;
  }

  /** Deserializer that needs no class: for whoever only prints. */
  public Deserializer<Object> genericDeserializer() {
    Map<String, Object> generic = new HashMap<>(settings);
    generic.put(KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG, false);
    KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer(registry);
    deserializer.configure(generic, false);
    return deserializer;
  }
}
