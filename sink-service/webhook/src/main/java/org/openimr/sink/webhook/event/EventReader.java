package org.openimr.sink.webhook.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.connect.sink.SinkRecord;
import org.openimr.schemas.DeadLetter;
import org.openimr.schemas.Topic;

/** Reads records for one endpoint. */
public final class EventReader {
  private final String stage;
  private final EventSelection selection;
  private final boolean withClinicalText;
  private final EventDecoding decoding;

  /**
   * A reader for an endpoint.
   *
   * @param stage the endpoint's name in dead letters; of those that are redriven it takes its own
   * @param deserializer of Avro in the wire format, to generic records
   */
  public EventReader(
      String stage,
      EventSelection selection,
      boolean withClinicalText,
      Deserializer<Object> deserializer) {
    this.stage = stage;
    this.selection = selection;
    this.withClinicalText = withClinicalText;
    this.decoding = new EventDecoding(deserializer);
  }

  /**
   * What a record, all of it in bytes, is to the endpoint. That something was withdrawn is wanted
   * whatever the selection, for nobody knows any more what it held.
   *
   * @throws org.apache.kafka.common.errors.SerializationException if the registry can't be asked
   */
  public Reading read(SinkRecord record) {
    if (isRedrivenElsewhere(record)) {
      return new Reading.Unwanted();
    }
    Attributes attributes = Attributes.of(record);
    if (record.value() == null) {
      String key = record.key() == null ? "" : new String((byte[]) record.key(), UTF_8);
      return new Reading.Wanted(attributes.subject(), CloudEvent.withdrawn(attributes, key));
    }
    Optional<ObjectNode> event =
        decoding.decode(attributes.place().topic(), (byte[]) record.value());
    return event.map(fields -> select(attributes, fields)).orElseGet(Reading.Undecodable::new);
  }

  private Reading select(Attributes attributes, ObjectNode event) {
    if (!selection.wants(event)) {
      return new Reading.Unwanted();
    }
    if (!withClinicalText) {
      ClinicalText.leaveOut(event);
    }
    return new Reading.Wanted(attributes.subject(), CloudEvent.of(attributes, event));
  }

  private boolean isRedrivenElsewhere(SinkRecord record) {
    return record.topic().equals(Topic.WEBHOOK_REDRIVE.topicName())
        && !Attributes.header(record, DeadLetter.STAGE).filter(stage::equals).isPresent();
  }
}
