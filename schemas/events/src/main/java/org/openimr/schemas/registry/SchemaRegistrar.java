package org.openimr.schemas.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.openimr.schemas.topic.Topic;

/** Registers the schemas of all topics, in a separate deploy step; services never do. */
public final class SchemaRegistrar {
  /** Both BACKWARD_TRANSITIVE and FORWARD_TRANSITIVE (CONTRACT.md). */
  public static final String COMPATIBILITY = "FULL_TRANSITIVE";

  private static final int MAX_CACHED_SCHEMAS = 100;

  private SchemaRegistrar() {}

  /** A registered schema. */
  public record RegisteredSchema(String subject, int id) {}

  /**
   * Sets the compatibility of each subject and registers its schema; idempotent. {@link SchemaPlan}
   * shows the changes in advance.
   *
   * @param registry settings of Confluent's client, {@code schema.registry.url} at least
   * @throws IOException if the registry is unavailable or rejects a schema; the message names the
   *     subject
   */
  public static List<RegisteredSchema> register(Map<String, ?> registry) throws IOException {
    try (SchemaRegistryClient client = client(registry)) {
      List<RegisteredSchema> registered = new ArrayList<>();
      for (Topic topic : Topic.values()) {
        if (topic.schema().isPresent()) {
          registered.add(register(client, topic.subject(), topic.schema().get()));
        }
      }
      return registered;
    }
  }

  /** Creates a registry client. */
  public static SchemaRegistryClient client(Map<String, ?> registry) {
    return SchemaRegistryClientFactory.newClient(
        String.valueOf(registry.get("schema.registry.url")),
        MAX_CACHED_SCHEMAS,
        List.of(new AvroSchemaProvider()),
        registry,
        Map.of());
  }

  private static RegisteredSchema register(
      SchemaRegistryClient client, String subject, Schema schema) throws IOException {
    try {
      client.updateCompatibility(subject, COMPATIBILITY);
      return new RegisteredSchema(
          subject, client.register(subject, new AvroSchema(registeredForm(schema))));
    } catch (RestClientException e) {
      throw new IOException("the registry rejected " + subject + ": " + e.getMessage(), e);
    }
  }

  /** The registered form of a schema: without the properties that only Java uses. */
  public static Schema registeredForm(Schema schema) {
    return AvroSchemaUtils.getSchema(new GenericData.Record(schema), false, false, true);
  }
}
