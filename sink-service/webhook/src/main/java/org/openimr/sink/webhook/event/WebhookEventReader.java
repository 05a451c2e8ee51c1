package org.openimr.sink.webhook.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.connect.sink.SinkRecord;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.topic.Topic;

/** Reads records for one endpoint: decodes, filters and encodes them. */
public final class WebhookEventReader {
  private final String stage;
  private final EventFilter filter;
  private final WebhookEventDecoder decoder;

  /**
   * Creates a reader for an endpoint.
   *
   * @param stage stage of the dead letters of the endpoint; redriven records of other stages are
   *     skipped
   * @param deserializer from Avro in the wire format to generic records
   */
  public WebhookEventReader(
      String stage,
      EventFilter filter,
      boolean withClinicalText,
      Deserializer<Object> deserializer) {
    this.stage = stage;
    this.filter = filter;
    this.decoder = new WebhookEventDecoder(deserializer, withClinicalText);
  }

  /**
   * Decides what to do with a record whose key, value and headers are bytes. Withdrawals are always
   * delivered, because a tombstone does not tell whether the filter accepted the withdrawn event.
   *
   * @throws org.apache.kafka.common.errors.SerializationException if the schema registry is
   *     unavailable
   */
  public EventDecision read(SinkRecord record) {
    if (isRedrivenElsewhere(record)) {
      return new EventDecision.Filtered();
    }
    CloudEventAttributes attributes = CloudEventAttributes.of(record);
    if (record.value() == null) {
      String key = record.key() == null ? "" : new String((byte[]) record.key(), UTF_8);
      return new EventDecision.Selected(
          attributes.subject(), CloudEventEncoder.withdrawn(attributes, key));
    }
    Optional<ObjectNode> event =
        decoder.decode(attributes.position().topic(), (byte[]) record.value());
    return event
        .map(fields -> select(attributes, fields))
        .orElseGet(EventDecision.Undecodable::new);
  }

  private EventDecision select(CloudEventAttributes attributes, ObjectNode event) {
    if (!filter.matches(event)) {
      return new EventDecision.Filtered();
    }
    return new EventDecision.Selected(
        attributes.subject(), CloudEventEncoder.of(attributes, event));
  }

  private boolean isRedrivenElsewhere(SinkRecord record) {
    return record.topic().equals(Topic.WEBHOOK_REDRIVE.topicName())
        && !CloudEventAttributes.header(record, DeadLetterReason.STAGE)
            .filter(stage::equals)
            .isPresent();
  }
}
