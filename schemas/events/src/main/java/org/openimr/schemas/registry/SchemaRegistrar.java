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

/** Registers the schemas of all topics: a deploy step of its own, which no service takes. */
public final class SchemaRegistrar {
  /** Both BACKWARD_TRANSITIVE and FORWARD_TRANSITIVE (CONTRACT.md). */
  public static final String COMPATIBILITY = "FULL_TRANSITIVE";

  private static final int CACHE = 100;

  private SchemaRegistrar() {}

  /** A schema that the registry now has. */
  public record RegisteredSchema(String subject, int id) {}

  /**
   * Sets the compatibility of each subject and registers its schema; again and again gives the
   * same. {@link SchemaPlan} tells before what that changes.
   *
   * @param registry settings of Confluent's client, {@code schema.registry.url} at least
   * @throws IOException if the registry can't be reached or refuses a schema; the message names the
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

  public static SchemaRegistryClient client(Map<String, ?> registry) {
    return SchemaRegistryClientFactory.newClient(
        String.valueOf(registry.get("schema.registry.url")),
        CACHE,
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
      throw new IOException("the registry refused " + subject + ": " + e.getMessage(), e);
    }
  }

  /** A schema as the registry holds it: without the properties that only Java reads. */
  public static Schema registeredForm(Schema schema) {
    return AvroSchemaUtils.getSchema(new GenericData.Record(schema), false, false, true);
  }
}
