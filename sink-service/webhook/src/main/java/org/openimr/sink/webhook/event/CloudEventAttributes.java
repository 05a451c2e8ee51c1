package org.openimr.sink.webhook.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.topic.Topic;

/**
 * CloudEvents attributes of a record, from its headers and position. A redriven record has those of
 * the original record.
 *
 * @param id the same for an event and its redriven copies
 * @param type e.g. {@code org.openimr.determination.v1}
 * @param position of the original record
 */
public record CloudEventAttributes(
    String id,
    String type,
    String source,
    String subject,
    Optional<String> time,
    DeadLetterReason.Position position) {

  /** Reads the attributes of a record whose key and headers are bytes. */
  public static CloudEventAttributes of(SinkRecord record) {
    DeadLetterReason.Position position = position(record);
    String key = record.key() == null ? "" : new String((byte[]) record.key(), UTF_8);
    return new CloudEventAttributes(
        header(record, "ce_id")
            .orElse(
                "%s/%d/%d".formatted(position.topic(), position.partition(), position.offset())),
        header(record, "ce_type").orElse(position.topic()),
        header(record, "ce_source").orElse("/imr"),
        header(record, "ce_subject").orElseGet(() -> caseKeyOf(key)),
        header(record, "ce_time"),
        position);
  }

  /** Value of a header as text; empty if the record does not have it. */
  public static Optional<String> header(SinkRecord record, String name) {
    Header header = record.headers().lastWithName(name);
    return header != null && header.value() instanceof byte[] bytes
        ? Optional.of(new String(bytes, UTF_8))
        : Optional.empty();
  }

  /** Type of the event that withdraws an event of this type. */
  String withdrawnType() {
    int version = type.lastIndexOf(".v");
    return version < 0
        ? type + ".withdrawn"
        : type.substring(0, version) + ".withdrawn" + type.substring(version);
  }

  /** Sequence of the event; compared as text, the later of two events of a case has the greater. */
  String sequence() {
    return "%019d".formatted(position.offset());
  }

  private static String caseKeyOf(String key) {
    int item = key.indexOf('#');
    return item < 0 ? key : key.substring(0, item);
  }

  private static DeadLetterReason.Position position(SinkRecord record) {
    DeadLetterReason.Position own =
        new DeadLetterReason.Position(
            record.topic(), record.kafkaPartition(), record.kafkaOffset());
    if (!record.topic().equals(Topic.WEBHOOK_REDRIVE.topicName())) {
      return own;
    }
    return header(record, DeadLetterReason.TOPIC)
        .map(
            topic ->
                new DeadLetterReason.Position(
                    topic,
                    (int) number(record, DeadLetterReason.PARTITION, own.partition()),
                    number(record, DeadLetterReason.OFFSET, own.offset())))
        .orElse(own);
  }

  private static long number(SinkRecord record, String header, long defaultValue) {
    try {
      return header(record, header).map(Long::parseLong).orElse(defaultValue);
    } catch (NumberFormatException e) {
      return defaultValue;
    }
  }
}
