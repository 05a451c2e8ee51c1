package org.openimr.sink.webhook.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.topic.Topic;

/**
 * What a record's headers and place say of its event. A record that is redriven speaks of the place
 * that it first stood at.
 *
 * @param id the same for the same event wherever its record stands
 * @param type e.g. {@code org.openimr.determination.v1}
 * @param place the first one
 */
public record CloudEventAttributes(
    String id,
    String type,
    String source,
    String subject,
    Optional<String> time,
    DeadLetterReason.Position position) {

  /** The attributes of a record whose key and headers are bytes. */
  public static CloudEventAttributes of(SinkRecord record) {
    DeadLetterReason.Position place = position(record);
    String key = record.key() == null ? "" : new String((byte[]) record.key(), UTF_8);
    return new CloudEventAttributes(
        header(record, "ce_id")
            .orElse("%s/%d/%d".formatted(place.topic(), place.partition(), place.offset())),
        header(record, "ce_type").orElse(place.topic()),
        header(record, "ce_source").orElse("/imr"),
        header(record, "ce_subject").orElseGet(() -> caseOf(key)),
        header(record, "ce_time"),
        place);
  }

  /** A header's text. */
  public static Optional<String> header(SinkRecord record, String name) {
    Header header = record.headers().lastWithName(name);
    return header != null && header.value() instanceof byte[] bytes
        ? Optional.of(new String(bytes, UTF_8))
        : Optional.empty();
  }

  /** The type of the event that takes an event of this type back. */
  String withdrawnType() {
    int version = type.lastIndexOf(".v");
    return version < 0
        ? type + ".withdrawn"
        : type.substring(0, version) + ".withdrawn" + type.substring(version);
  }

  /** Greater for the later of two events of a case, compared as text. */
  String sequence() {
    return "%019d".formatted(position.offset());
  }

  private static String caseOf(String key) {
    int item = key.indexOf('#');
    return item < 0 ? key : key.substring(0, item);
  }

  private static DeadLetterReason.Position position(SinkRecord record) {
    DeadLetterReason.Position here =
        new DeadLetterReason.Position(
            record.topic(), record.kafkaPartition(), record.kafkaOffset());
    if (!record.topic().equals(Topic.WEBHOOK_REDRIVE.topicName())) {
      return here;
    }
    return header(record, DeadLetterReason.TOPIC)
        .map(
            topic ->
                new DeadLetterReason.Position(
                    topic,
                    (int) number(record, DeadLetterReason.PARTITION, here.partition()),
                    number(record, DeadLetterReason.OFFSET, here.offset())))
        .orElse(here);
  }

  private static long number(SinkRecord record, String header, long otherwise) {
    try {
      return header(record, header).map(Long::parseLong).orElse(otherwise);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
