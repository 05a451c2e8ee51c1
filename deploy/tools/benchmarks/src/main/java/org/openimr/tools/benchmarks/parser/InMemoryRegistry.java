package org.openimr.tools.benchmarks.parser;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import org.apache.avro.generic.IndexedRecord;
import org.openimr.schemas.topic.Topic;

/** A registry in this JVM, so that serialization is measured without a network. */
final class InMemoryRegistry {
  private static final String SCOPE = "benchmarks";

  private InMemoryRegistry() {}

  /** Registers the schema of determinations and returns the URL of the registry. */
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
