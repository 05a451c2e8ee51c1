package org.openimr.sink.webhook.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.openimr.schemas.AvroJson;

/** Decodes events with the schema that they were written with, so that no field is lost. */
final class EventDecoding {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NOT_FOUND = 404;

  private final Deserializer<Object> deserializer;

  EventDecoding(Deserializer<Object> deserializer) {
    this.deserializer = deserializer;
  }

  /**
   * An event as JSON; empty for bytes that are none.
   *
   * @throws SerializationException if the registry can't be asked: nobody knows yet what it is
   */
  Optional<ObjectNode> decode(String topic, byte[] value) {
    try {
      return deserializer.deserialize(topic, value) instanceof IndexedRecord event
          ? Optional.of((ObjectNode) JSON.readTree(AvroJson.line(event)))
          : Optional.empty();
    } catch (SerializationException e) {
      if (registryIsAway(e)) {
        throw e;
      }
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was written as JSON is JSON", e);
    }
  }

  private static boolean registryIsAway(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                switch (cause) {
                  case RestClientException answer -> answer.getStatus() != NOT_FOUND;
                  case SocketException ignored -> true;
                  case SocketTimeoutException ignored -> true;
                  case UnknownHostException ignored -> true;
                  case TimeoutException ignored -> true;
                  default -> false;
                });
  }
}
