package org.openimr.sink.webhook.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.openimr.sink.webhook.delivery.WebhookMessage;

/**
 * Encodes events in the structured JSON format of CloudEvents.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">JSON
 *     event format</a>
 */
final class CloudEventEncoder {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CloudEventEncoder() {}

  /** Encodes an event with data. */
  static WebhookMessage of(CloudEventAttributes attributes, ObjectNode data) {
    return webhook(attributes, attributes.type(), data);
  }

  /**
   * Encodes the event that withdraws the events with the key of a tombstone.
   *
   * @param key case key, or {@code <case key>#<item number>}
   */
  static WebhookMessage withdrawn(CloudEventAttributes attributes, String key) {
    ObjectNode data = JSON.createObjectNode();
    data.put("caseKey", attributes.subject());
    itemNumber(key).ifPresent(number -> data.put("itemNumber", number));
    return webhook(attributes, attributes.withdrawnType(), data);
  }

  private static WebhookMessage webhook(
      CloudEventAttributes attributes, String type, ObjectNode data) {
    ObjectNode event = JSON.createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", attributes.id());
    event.put("type", type);
    event.put("source", attributes.source());
    event.put("subject", attributes.subject());
    attributes.time().ifPresent(time -> event.put("time", time));
    event.put("sequence", attributes.sequence());
    event.put("datacontenttype", "application/json");
    event.set("data", data);
    try {
      return new WebhookMessage(attributes.id(), JSON.writeValueAsBytes(event));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree can always be written", e);
    }
  }

  private static Optional<Integer> itemNumber(String key) {
    int hash = key.indexOf('#');
    try {
      return hash < 0 ? Optional.empty() : Optional.of(Integer.valueOf(key.substring(hash + 1)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
