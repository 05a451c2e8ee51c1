package org.openimr.cli.deadletters.resolution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.openimr.schemas.event.CloudEventHeaders;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.topic.Topic;

/**
 * What the headers of a dead letter say; nothing of the letter itself.
 *
 * @param time when it failed
 * @param code a {@link DeadLetterReason.Code}, or one that this version does not know
 * @param caseKey empty where it failed before its text was read
 * @param failedAt where its record stood
 * @param name file name that its sender gave, or empty
 * @param sizeBytes of the record as it came; empty where there are no bytes
 */
public record DeadLetterMetadata(
    DeadLetterId id,
    Instant time,
    String code,
    String stage,
    String field,
    String message,
    String caseKey,
    Optional<DeadLetterReason.Position> failedAt,
    Optional<DeadLetterReason.Position> raw,
    int replays,
    String name,
    Optional<Integer> sizeBytes) {
  private static final String NAME = "source-name";

  public static DeadLetterMetadata of(ConsumerRecord<byte[], byte[]> dead) {
    Headers headers = dead.headers();
    return new DeadLetterMetadata(
        new DeadLetterId(dead.partition(), dead.offset()),
        time(dead),
        text(headers, DeadLetterReason.CODE),
        text(headers, DeadLetterReason.STAGE),
        text(headers, DeadLetterReason.FIELD),
        text(headers, DeadLetterReason.MESSAGE),
        caseKey(dead),
        DeadLetterReason.position(headers),
        DeadLetterReason.sourcePosition(headers),
        DeadLetterReason.replayCount(headers),
        text(headers, NAME),
        Optional.ofNullable(dead.value()).map(bytes -> bytes.length));
  }

  private static Instant time(ConsumerRecord<byte[], byte[]> dead) {
    try {
      return Instant.parse(text(dead.headers(), DeadLetterReason.TIME));
    } catch (DateTimeException e) {
      return Instant.ofEpochMilli(Math.max(0, dead.timestamp()));
    }
  }

  /** Only the keys of letters with a text are case keys; those of raw letters are anything. */
  private static String caseKey(ConsumerRecord<byte[], byte[]> dead) {
    String subject = text(dead.headers(), CloudEventHeaders.SUBJECT);
    boolean keyed =
        Topic.LETTERS.topicName().equals(text(dead.headers(), DeadLetterReason.TOPIC))
            && dead.key() != null;
    return subject.isEmpty() && keyed ? new String(dead.key(), UTF_8) : subject;
  }

  private static String text(Headers headers, String name) {
    return DeadLetterReason.headerText(headers, name).orElse("");
  }
}
