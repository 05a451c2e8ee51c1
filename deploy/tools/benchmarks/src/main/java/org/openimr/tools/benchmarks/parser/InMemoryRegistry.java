package org.openimr.tools.benchmarks.parser;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import org.apache.avro.generic.IndexedRecord;
import org.openimr.schemas.topic.Topic;

/** A registry inside the JVM, so that serializing is measured and no network. */
final class InMemoryRegistry {
  private static final String SCOPE = "benchmarks";

  private InMemoryRegistry() {}

  /** Registers the schema of determinations; gives the registry's address. */
  static String register(IndexedRecord determination) throws IOException {
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
