package org.openimr.cli.deadletters.resolution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.openimr.schemas.event.CloudEventHeaders;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.LetterPart;
import org.openimr.schemas.topic.Topic;

/**
 * Metadata of a dead letter, from its headers; contains no text of the letter.
 *
 * @param time time of the failure
 * @param code a {@link DeadLetterReason.Code}, or a code that this version does not know
 * @param caseKey empty if the letter failed before its text was extracted
 * @param failedAt position of the failed record
 * @param part the part of the document that the letter is; empty for the whole document
 * @param documentId id of the document of such a part; empty otherwise
 * @param name file name given by the sender, or empty
 * @param sizeBytes size of the original record; empty without a value
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
    Optional<LetterPart> part,
    String documentId,
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
        LetterPart.of(headers),
        LetterPart.documentId(headers).orElse(""),
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

  /** Only records on the topic of extracted letters have a case key as key. */
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
