package org.openimr.local.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.openimr.schemas.CloudEventHeaders;
import org.openimr.schemas.DeadLetter;
import org.openimr.schemas.Sha256;
import org.openimr.schemas.Topic;
import org.openimr.schemas.ledger.LetterAgain;

/** Where a dead letter goes back to, if it can. */
sealed interface WayBack {
  /** How the stages of webhooks are named; the rest is the endpoint's name. */
  String WEBHOOKS = "sink:webhook:";

  /** How the stages of all sinks begin. */
  String SINKS = "sink:";

  /** What a record has beside value and headers, at most; keys are short. */
  int OVERHEAD_BYTES = 16 * 1024;

  /** The record that is to be put back. */
  record To(ProducerRecord<byte[], byte[]> letter) implements WayBack {}

  /** Why there is none. */
  record None(String reason) implements WayBack {}

  /**
   * Finds it: the bytes as they came go back on the raw topic. Where they are gone from there, for
   * they are kept for 30 days and dead letters for 90, the record goes back where it failed. What a
   * webhook's endpoint did not take goes to that endpoint again, with all its headers.
   *
   * @param mostReplays a letter that was replayed so often stays
   */
  static WayBack of(ConsumerRecord<byte[], byte[]> dead, TopicRecords records, int mostReplays) {
    int replays = DeadLetter.replays(dead.headers());
    if (replays >= mostReplays) {
      return new None("replayed %d times already (--max-replays)".formatted(replays));
    }
    String stage = DeadLetter.text(dead.headers(), DeadLetter.STAGE).orElse("");
    if (stage.startsWith(WEBHOOKS)) {
      return fitting(again(Topic.WEBHOOK_REDRIVE, dead, ""), replays + 1);
    }
    if (stage.startsWith(SINKS)) {
      return new None("it is an event that %s was told to skip".formatted(stage));
    }
    Optional<DeadLetter.Position> failedAt = DeadLetter.position(dead.headers());
    Optional<Topic> topic = failedAt.flatMap(position -> Topic.named(position.topic()));
    if (topic.isEmpty() || (topic.get() != Topic.LETTERS_RAW && topic.get() != Topic.LETTERS)) {
      return new None("it does not say from which topic of letters it is");
    }
    return raw(dead, records)
        .or(() -> asItFailed(dead, topic.get(), failedAt.get(), records))
        .map(letter -> fitting(letter, replays + 1))
        .orElseGet(() -> new None("its bytes are gone"));
  }

  /** The raw letter of a record of a later topic: surely the same, for its id is its hash. */
  private static Optional<ProducerRecord<byte[], byte[]>> raw(
      ConsumerRecord<byte[], byte[]> dead, TopicRecords records) {
    Optional<String> id = DeadLetter.text(dead.headers(), CloudEventHeaders.ID);
    return DeadLetter.rawPosition(dead.headers())
        .flatMap(records::at)
        .filter(letter -> letter.value() != null)
        .filter(letter -> id.equals(Optional.of(Sha256.hex(letter.value()))))
        .map(letter -> back(Topic.LETTERS_RAW, letter));
  }

  private static Optional<ProducerRecord<byte[], byte[]>> asItFailed(
      ConsumerRecord<byte[], byte[]> dead,
      Topic topic,
      DeadLetter.Position failedAt,
      TopicRecords records) {
    return dead.value() == null
        ? records.at(failedAt).map(letter -> back(topic, letter))
        : Optional.of(back(topic, dead));
  }

  private static ProducerRecord<byte[], byte[]> back(
      Topic topic, ConsumerRecord<byte[], byte[]> letter) {
    ProducerRecord<byte[], byte[]> back = again(topic, letter, DeadLetter.PREFIX);
    if (topic == Topic.LETTERS) {
      // no other raw letter stands behind it: it is not counted again
      LetterAgain.mark(back.headers(), "dlq");
    }
    return back;
  }

  /** The same record, without the headers that begin so; with all where that is empty. */
  private static ProducerRecord<byte[], byte[]> again(
      Topic topic, ConsumerRecord<byte[], byte[]> came, String dropped) {
    Headers headers = new RecordHeaders();
    for (Header header : came.headers()) {
      if (dropped.isEmpty() || !header.key().startsWith(dropped)) {
        headers.add(header);
      }
    }
    return new ProducerRecord<>(topic.topicName(), null, null, came.key(), came.value(), headers);
  }

  private static WayBack fitting(ProducerRecord<byte[], byte[]> letter, int replays) {
    letter.headers().remove(DeadLetter.REPLAYS);
    letter.headers().add(DeadLetter.REPLAYS, Integer.toString(replays).getBytes(UTF_8));
    long bytes = OVERHEAD_BYTES + (letter.value() == null ? 0L : letter.value().length);
    for (Header header : letter.headers()) {
      bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
    }
    return bytes > Topic.MAX_RECORD_BYTES
        ? new None("it is larger than a topic takes")
        : new To(letter);
  }
}
