package org.openimr.sink.webhook.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;
import org.openimr.schemas.DeadLetter;
import org.openimr.schemas.Topic;

/**
 * What a record's headers and place say of its event. A record that is redriven speaks of the place
 * that it first stood at.
 *
 * @param id the same for the same event wherever its record stands
 * @param type e.g. {@code org.openimr.determination.v1}
 * @param place the first one
 */
public record Attributes(
    String id,
    String type,
    String source,
    String subject,
    Optional<String> time,
    DeadLetter.Position place) {

  /** The attributes of a record whose key and headers are bytes. */
  public static Attributes of(SinkRecord record) {
    DeadLetter.Position place = place(record);
    String key = record.key() == null ? "" : new String((byte[]) record.key(), UTF_8);
    return new Attributes(
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
    return "%019d".formatted(place.offset());
  }

  private static String caseOf(String key) {
    int item = key.indexOf('#');
    return item < 0 ? key : key.substring(0, item);
  }

  private static DeadLetter.Position place(SinkRecord record) {
    DeadLetter.Position here =
        new DeadLetter.Position(record.topic(), record.kafkaPartition(), record.kafkaOffset());
    if (!record.topic().equals(Topic.WEBHOOK_REDRIVE.topicName())) {
      return here;
    }
    return header(record, DeadLetter.TOPIC)
        .map(
            topic ->
                new DeadLetter.Position(
                    topic,
                    (int) number(record, DeadLetter.PARTITION, here.partition()),
                    number(record, DeadLetter.OFFSET, here.offset())))
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
