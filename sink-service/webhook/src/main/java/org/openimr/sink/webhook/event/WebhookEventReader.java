package org.openimr.sink.webhook.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.connect.sink.SinkRecord;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.topic.Topic;

/** Reads records for one endpoint. */
public final class WebhookEventReader {
  private final String stage;
  private final EventFilter selection;
  private final boolean withClinicalText;
  private final WebhookEventDecoder decoding;

  /**
   * A reader for an endpoint.
   *
   * @param stage the endpoint's name in dead letters; of those that are redriven it takes its own
   * @param deserializer of Avro in the wire format, to generic records
   */
  public WebhookEventReader(
      String stage,
      EventFilter selection,
      boolean withClinicalText,
      Deserializer<Object> deserializer) {
    this.stage = stage;
    this.selection = selection;
    this.withClinicalText = withClinicalText;
    this.decoding = new WebhookEventDecoder(deserializer);
  }

  /**
   * What a record, all of it in bytes, is to the endpoint. That something was withdrawn is wanted
   * whatever the selection, for nobody knows any more what it held.
   *
   * @throws org.apache.kafka.common.errors.SerializationException if the registry can't be asked
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
        decoding.decode(attributes.position().topic(), (byte[]) record.value());
    return event
        .map(fields -> select(attributes, fields))
        .orElseGet(EventDecision.Undecodable::new);
  }

  private EventDecision select(CloudEventAttributes attributes, ObjectNode event) {
    if (!selection.matches(event)) {
      return new EventDecision.Filtered();
    }
    if (!withClinicalText) {
      ClinicalTextRedactor.removeFrom(event);
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
