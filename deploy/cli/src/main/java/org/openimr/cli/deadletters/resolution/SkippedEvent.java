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
 * An event that a sink skipped, identified by its headers.
 *
 * <p>Its letter is on {@link Topic#LETTERS} at the time at which the letter was received, or after
 * it.
 */
record SkippedEvent(String caseKey, String letterId, Instant receivedAt) {
  /** Reads the headers of a dead letter; empty if they name no letter. */
  static Optional<SkippedEvent> of(Headers headers) {
    Optional<String> caseKey = DeadLetterReason.headerText(headers, CloudEventHeaders.SUBJECT);
    Optional<String> id = DeadLetterReason.headerText(headers, CloudEventHeaders.ID);
    Optional<Instant> time =
        DeadLetterReason.headerText(headers, CloudEventHeaders.TIME).flatMap(SkippedEvent::parse);
    return caseKey.isEmpty() || id.isEmpty() || time.isEmpty() || id.get().indexOf('/') < 0
        ? Optional.empty()
        : Optional.of(
            new SkippedEvent(
                caseKey.get(), id.get().substring(0, id.get().indexOf('/')), time.get()));
  }

  /** Finds the letter of this event; empty if it has expired. */
  Optional<ConsumerRecord<byte[], byte[]>> findLetter(TopicRecordReader records) {
    return records.findFirst(Topic.LETTERS, receivedAt, this::isOfLetter);
  }

  private boolean isOfLetter(ConsumerRecord<byte[], byte[]> letter) {
    return letter.key() != null
        && letter.value() != null
        && caseKey.equals(new String(letter.key(), UTF_8))
        && DeadLetterReason.headerText(letter.headers(), CloudEventHeaders.ID)
            .filter(letterId::equals)
            .isPresent();
  }

  private static Optional<Instant> parse(String time) {
    try {
      return Optional.of(Instant.parse(time));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
