package org.openimr.sink.connect.record;

import io.confluent.connect.avro.AvroConverter;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.storage.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's Avro converter, but passes undecodable bytes on as a value: {@link
 * SkipRecordTransform} knows the position of the record, which a converter does not.
 */
public final class EventConverter implements Converter {
  /** Schema of a value that is not an event. */
  static final Schema UNDECODABLE =
      SchemaBuilder.bytes().name("org.openimr.Undecodable").optional().build();

  private final AvroConverter events = new AvroConverter();

  @Override
  public void configure(Map<String, ?> configuration, boolean isKey) {
    events.configure(configuration, isKey);
  }

  @Override
  public byte[] fromConnectData(String topic, Schema schema, Object value) {
    return events.fromConnectData(topic, schema, value);
  }

  @Override
  public SchemaAndValue toConnectData(String topic, byte[] value) {
    try {
      return events.toConnectData(topic, value);
    } catch (DataException e) {
      if (isRegistryUnavailable(e)) {
        throw e;
      }
      return new SchemaAndValue(UNDECODABLE, value);
    }
  }

  @Override
  public SchemaAndValue toConnectData(String topic, Headers headers, byte[] value) {
    return toConnectData(topic, value);
  }

  private static boolean isRegistryUnavailable(@Nullable Throwable failure) {
    return switch (failure) {
      case null -> false;
      case IOException ignored -> true;
      case RestClientException answer -> answer.getStatus() >= 500;
      default -> isRegistryUnavailable(failure.getCause());
    };
  }
}
