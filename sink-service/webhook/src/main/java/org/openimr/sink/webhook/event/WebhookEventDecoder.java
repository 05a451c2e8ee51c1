package org.openimr.sink.webhook.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.openimr.schemas.event.AvroJsonFormatter;
import org.openimr.schemas.registry.Outages;

/**
 * Decodes events with the schema that they were written with, so that no field is lost, except
 * clinical fields for an endpoint without the permission.
 */
final class WebhookEventDecoder {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Deserializer<Object> deserializer;
  private final boolean withClinicalText;

  WebhookEventDecoder(Deserializer<Object> deserializer, boolean withClinicalText) {
    this.deserializer = deserializer;
    this.withClinicalText = withClinicalText;
  }

  /**
   * Decodes an event to JSON; empty for bytes that are not an event.
   *
   * @throws SerializationException if the schema registry is unavailable
   */
  Optional<ObjectNode> decode(String topic, byte[] value) {
    try {
      return deserializer.deserialize(topic, value) instanceof IndexedRecord event
          ? Optional.of((ObjectNode) JSON.readTree(format(event)))
          : Optional.empty();
    } catch (SerializationException e) {
      if (Outages.isOutage(e)) {
        throw e;
      }
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("formatted JSON can always be parsed", e);
    }
  }

  private String format(IndexedRecord event) {
    return withClinicalText
        ? AvroJsonFormatter.compact(event)
        : AvroJsonFormatter.withoutClinicalFields(event);
  }
}
