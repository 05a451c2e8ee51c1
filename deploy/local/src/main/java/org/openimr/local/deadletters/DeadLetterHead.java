package org.openimr.local.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.openimr.schemas.CloudEventHeaders;
import org.openimr.schemas.DeadLetter;
import org.openimr.schemas.Topic;

/**
 * What the headers of a dead letter say; nothing of the letter itself.
 *
 * @param time when it failed
 * @param code a {@link DeadLetter.Code}, or one that this version does not know
 * @param caseKey empty where it failed before its text was read
 * @param failedAt where its record stood
 * @param name file name that its sender gave, or empty
 * @param sizeBytes of the record as it came; empty where there are no bytes
 */
record DeadLetterHead(
    DeadLetterId id,
    Instant time,
    String code,
    String stage,
    String field,
    String message,
    String caseKey,
    Optional<DeadLetter.Position> failedAt,
    Optional<DeadLetter.Position> raw,
    int replays,
    String name,
    Optional<Integer> sizeBytes) {
  private static final String NAME = "source-name";

  static DeadLetterHead of(ConsumerRecord<byte[], byte[]> dead) {
    Headers headers = dead.headers();
    return new DeadLetterHead(
        new DeadLetterId(dead.partition(), dead.offset()),
        time(dead),
        text(headers, DeadLetter.CODE),
        text(headers, DeadLetter.STAGE),
        text(headers, DeadLetter.FIELD),
        text(headers, DeadLetter.MESSAGE),
        caseKey(dead),
        DeadLetter.position(headers),
        DeadLetter.rawPosition(headers),
        DeadLetter.replays(headers),
        text(headers, NAME),
        Optional.ofNullable(dead.value()).map(bytes -> bytes.length));
  }

  private static Instant time(ConsumerRecord<byte[], byte[]> dead) {
    try {
      return Instant.parse(text(dead.headers(), DeadLetter.TIME));
    } catch (DateTimeException e) {
      return Instant.ofEpochMilli(Math.max(0, dead.timestamp()));
    }
  }

  /** Only the keys of letters with a text are case keys; those of raw letters are anything. */
  private static String caseKey(ConsumerRecord<byte[], byte[]> dead) {
    String subject = text(dead.headers(), CloudEventHeaders.SUBJECT);
    boolean keyed =
        Topic.LETTERS.topicName().equals(text(dead.headers(), DeadLetter.TOPIC))
            && dead.key() != null;
    return subject.isEmpty() && keyed ? new String(dead.key(), UTF_8) : subject;
  }

  private static String text(Headers headers, String name) {
    return DeadLetter.text(headers, name).orElse("");
  }
}
