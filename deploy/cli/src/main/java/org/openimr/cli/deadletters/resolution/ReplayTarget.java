package org.openimr.cli.deadletters.resolution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.openimr.schemas.event.CloudEventHeaders;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.LetterPart;
import org.openimr.schemas.event.Sha256;
import org.openimr.schemas.ledger.RedeliveryMarker;
import org.openimr.schemas.topic.Topic;

/** The record that replays a dead letter, if it can be replayed. */
public sealed interface ReplayTarget {
  /** Prefix of the stage of a webhook; the endpoint's name follows. */
  String WEBHOOK_PREFIX = "sink:webhook:";

  /** Prefix of the stage of any sink. */
  String SINK_PREFIX = "sink:";

  /** Upper bound of a record's size besides value and headers; keys are short. */
  int OVERHEAD_BYTES = 16 * 1024;

  /** The record to write. */
  record Replayable(ProducerRecord<byte[], byte[]> letter) implements ReplayTarget {}

  /** The reason why the dead letter cannot be replayed. */
  record NotReplayable(String reason) implements ReplayTarget {}

  /**
   * Determines the target. The original bytes are written to the raw topic. If they have expired
   * (raw letters are retained for 30 days, dead letters for 90), the failed record is written to
   * the topic on which it failed. A delivery that a webhook's endpoint rejected is sent to that
   * endpoint again, with all its headers. For an event that a sink skipped, its letter is sent
   * again, so that all its events are published as the next revision.
   *
   * @param maxReplays a letter that was replayed this often is not replayed again
   */
  static ReplayTarget of(
      ConsumerRecord<byte[], byte[]> dead, TopicRecordReader records, int maxReplays) {
    int replays = DeadLetterReason.replayCount(dead.headers());
    if (replays >= maxReplays) {
      return new NotReplayable("already replayed %d times (--max-replays)".formatted(replays));
    }
    String stage = DeadLetterReason.headerText(dead.headers(), DeadLetterReason.STAGE).orElse("");
    if (stage.startsWith(WEBHOOK_PREFIX)) {
      return checkSize(copyForReplay(Topic.WEBHOOK_REDRIVE, dead, ""), replays + 1);
    }
    if (stage.startsWith(SINK_PREFIX)) {
      return restoreCase(dead, records, replays + 1);
    }
    Optional<DeadLetterReason.Position> failedAt = DeadLetterReason.position(dead.headers());
    Optional<Topic> topic = failedAt.flatMap(position -> Topic.byName(position.topic()));
    if (topic.isEmpty() || (topic.get() != Topic.LETTERS_RAW && topic.get() != Topic.LETTERS)) {
      return new NotReplayable("its headers name no topic of letters");
    }
    return findRawLetter(dead, records)
        .or(() -> findFailedRecord(dead, topic.get(), failedAt.get(), records))
        .map(letter -> checkSize(letter, replays + 1))
        .orElseGet(() -> new NotReplayable("its bytes have expired"));
  }

  private static ReplayTarget restoreCase(
      ConsumerRecord<byte[], byte[]> dead, TopicRecordReader records, int replays) {
    if (dead.value() == null) {
      return new NotReplayable("the removal of an item, which a revision does not repeat");
    }
    Optional<SkippedEvent> event = SkippedEvent.of(dead.headers());
    if (event.isEmpty()) {
      return new NotReplayable("its headers name no letter");
    }
    return event
        .get()
        .findLetter(records)
        .map(letter -> copyForReplay(Topic.LETTERS, letter, DeadLetterReason.PREFIX))
        .map(
            letter -> {
              RedeliveryMarker.mark(letter.headers(), RedeliveryMarker.RESTORE);
              return checkSize(letter, replays);
            })
        .orElseGet(() -> new NotReplayable("its letter has expired"));
  }

  /**
   * The raw letter; verified by the id of the document, which is the hash of its bytes. For a part
   * of a document it requests only that part, because the other letters have their results.
   */
  private static Optional<ProducerRecord<byte[], byte[]>> findRawLetter(
      ConsumerRecord<byte[], byte[]> dead, TopicRecordReader records) {
    Optional<String> id =
        LetterPart.documentId(dead.headers())
            .or(() -> DeadLetterReason.headerText(dead.headers(), CloudEventHeaders.ID));
    return DeadLetterReason.sourcePosition(dead.headers())
        .flatMap(records::find)
        .filter(letter -> letter.value() != null)
        .filter(letter -> id.equals(Optional.of(Sha256.hex(letter.value()))))
        .map(letter -> replayTo(Topic.LETTERS_RAW, letter))
        .map(letter -> requestPart(letter, LetterPart.of(dead.headers())));
  }

  private static ProducerRecord<byte[], byte[]> requestPart(
      ProducerRecord<byte[], byte[]> raw, Optional<LetterPart> part) {
    raw.headers().remove(LetterPart.HEADER);
    part.ifPresent(only -> only.request(raw.headers()));
    return raw;
  }

  private static Optional<ProducerRecord<byte[], byte[]>> findFailedRecord(
      ConsumerRecord<byte[], byte[]> dead,
      Topic topic,
      DeadLetterReason.Position failedAt,
      TopicRecordReader records) {
    return dead.value() == null
        ? records.find(failedAt).map(letter -> replayTo(topic, letter))
        : Optional.of(replayTo(topic, dead));
  }

  private static ProducerRecord<byte[], byte[]> replayTo(
      Topic topic, ConsumerRecord<byte[], byte[]> letter) {
    ProducerRecord<byte[], byte[]> replayed = copyForReplay(topic, letter, DeadLetterReason.PREFIX);
    if (topic == Topic.LETTERS) {
      // the letter was counted when it was received: do not count it again
      RedeliveryMarker.mark(replayed.headers(), "dlq");
    }
    return replayed;
  }

  /** Copies the record without headers that start with {@code dropped}; all headers if empty. */
  private static ProducerRecord<byte[], byte[]> copyForReplay(
      Topic topic, ConsumerRecord<byte[], byte[]> source, String dropped) {
    Headers headers = new RecordHeaders();
    for (Header header : source.headers()) {
      if (dropped.isEmpty() || !header.key().startsWith(dropped)) {
        headers.add(header);
      }
    }
    return new ProducerRecord<>(
        topic.topicName(), null, null, source.key(), source.value(), headers);
  }

  private static ReplayTarget checkSize(ProducerRecord<byte[], byte[]> letter, int replays) {
    letter.headers().remove(DeadLetterReason.REPLAYS);
    letter.headers().add(DeadLetterReason.REPLAYS, Integer.toString(replays).getBytes(UTF_8));
    long bytes = OVERHEAD_BYTES + (letter.value() == null ? 0L : letter.value().length);
    for (Header header : letter.headers()) {
      bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
    }
    return bytes > Topic.MAX_RECORD_BYTES
        ? new NotReplayable("larger than the topic's record limit")
        : new Replayable(letter);
  }
}
