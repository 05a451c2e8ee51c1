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
import org.openimr.schemas.event.Sha256;
import org.openimr.schemas.ledger.RedeliveryMarker;
import org.openimr.schemas.topic.Topic;

/** Where a dead letter goes back to, if it can. */
public sealed interface ReplayTarget {
  /** How the stages of webhooks are named; the rest is the endpoint's name. */
  String WEBHOOKS = "sink:webhook:";

  /** How the stages of all sinks begin. */
  String SINKS = "sink:";

  /** What a record has beside value and headers, at most; keys are short. */
  int OVERHEAD_BYTES = 16 * 1024;

  /** The record that is to be put back. */
  record Replayable(ProducerRecord<byte[], byte[]> letter) implements ReplayTarget {}

  /** Why there is none. */
  record NotReplayable(String reason) implements ReplayTarget {}

  /**
   * Finds it: the bytes as they came go back on the raw topic. Where they are gone from there, for
   * they are kept for 30 days and dead letters for 90, the record goes back where it failed. What a
   * webhook's endpoint did not take goes to that endpoint again, with all its headers.
   *
   * @param mostReplays a letter that was replayed so often stays
   */
  static ReplayTarget of(
      ConsumerRecord<byte[], byte[]> dead, TopicRecordReader records, int mostReplays) {
    int replays = DeadLetterReason.replayCount(dead.headers());
    if (replays >= mostReplays) {
      return new NotReplayable("replayed %d times already (--max-replays)".formatted(replays));
    }
    String stage = DeadLetterReason.headerText(dead.headers(), DeadLetterReason.STAGE).orElse("");
    if (stage.startsWith(WEBHOOKS)) {
      return checkSize(copyForReplay(Topic.WEBHOOK_REDRIVE, dead, ""), replays + 1);
    }
    if (stage.startsWith(SINKS)) {
      return new NotReplayable("it is an event that %s was told to skip".formatted(stage));
    }
    Optional<DeadLetterReason.Position> failedAt = DeadLetterReason.position(dead.headers());
    Optional<Topic> topic = failedAt.flatMap(position -> Topic.byName(position.topic()));
    if (topic.isEmpty() || (topic.get() != Topic.LETTERS_RAW && topic.get() != Topic.LETTERS)) {
      return new NotReplayable("it does not say from which topic of letters it is");
    }
    return findRawLetter(dead, records)
        .or(() -> asItFailed(dead, topic.get(), failedAt.get(), records))
        .map(letter -> checkSize(letter, replays + 1))
        .orElseGet(() -> new NotReplayable("its bytes are gone"));
  }

  /** The raw letter of a record of a later topic: surely the same, for its id is its hash. */
  private static Optional<ProducerRecord<byte[], byte[]>> findRawLetter(
      ConsumerRecord<byte[], byte[]> dead, TopicRecordReader records) {
    Optional<String> id = DeadLetterReason.headerText(dead.headers(), CloudEventHeaders.ID);
    return DeadLetterReason.sourcePosition(dead.headers())
        .flatMap(records::find)
        .filter(letter -> letter.value() != null)
        .filter(letter -> id.equals(Optional.of(Sha256.hex(letter.value()))))
        .map(letter -> back(Topic.LETTERS_RAW, letter));
  }

  private static Optional<ProducerRecord<byte[], byte[]>> asItFailed(
      ConsumerRecord<byte[], byte[]> dead,
      Topic topic,
      DeadLetterReason.Position failedAt,
      TopicRecordReader records) {
    return dead.value() == null
        ? records.find(failedAt).map(letter -> back(topic, letter))
        : Optional.of(back(topic, dead));
  }

  private static ProducerRecord<byte[], byte[]> back(
      Topic topic, ConsumerRecord<byte[], byte[]> letter) {
    ProducerRecord<byte[], byte[]> back = copyForReplay(topic, letter, DeadLetterReason.PREFIX);
    if (topic == Topic.LETTERS) {
      // no other raw letter stands behind it: it is not counted again
      RedeliveryMarker.mark(back.headers(), "dlq");
    }
    return back;
  }

  /** The same record, without the headers that begin so; with all where that is empty. */
  private static ProducerRecord<byte[], byte[]> copyForReplay(
      Topic topic, ConsumerRecord<byte[], byte[]> came, String dropped) {
    Headers headers = new RecordHeaders();
    for (Header header : came.headers()) {
      if (dropped.isEmpty() || !header.key().startsWith(dropped)) {
        headers.add(header);
      }
    }
    return new ProducerRecord<>(topic.topicName(), null, null, came.key(), came.value(), headers);
  }

  private static ReplayTarget checkSize(ProducerRecord<byte[], byte[]> letter, int replays) {
    letter.headers().remove(DeadLetterReason.REPLAYS);
    letter.headers().add(DeadLetterReason.REPLAYS, Integer.toString(replays).getBytes(UTF_8));
    long bytes = OVERHEAD_BYTES + (letter.value() == null ? 0L : letter.value().length);
    for (Header header : letter.headers()) {
      bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
    }
    return bytes > Topic.MAX_RECORD_BYTES
        ? new NotReplayable("it is larger than a topic takes")
        : new Replayable(letter);
  }
}
