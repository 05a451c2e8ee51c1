package org.openimr.benchmarks;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import org.apache.avro.generic.IndexedRecord;
import org.openimr.schemas.Topic;

/** A registry inside the JVM, so that serializing is measured and no network. */
final class RegistryInMemory {
  private static final String SCOPE = "benchmarks";

  private RegistryInMemory() {}

  /** Registers the schema of determinations; gives the registry's address. */
  static String registered(IndexedRecord determination) throws IOException {
    try {
      MockSchemaRegistry.getClientForScope(SCOPE)
          .register(
              Topic.DETERMINATIONS.topicName() + "-value",
              new AvroSchema(AvroSchemaUtils.getSchema(determination, false, false, true)));
      return "mock://" + SCOPE;
    } catch (RestClientException e) {
      throw new IOException(e);
    }
  }
}
