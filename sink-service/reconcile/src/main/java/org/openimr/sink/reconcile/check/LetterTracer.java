package org.openimr.sink.reconcile.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.ledger.CountedOffsets;
import org.openimr.schemas.ledger.RedeliveryMarker;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.reconcile.kafka.CommittedTopicReader;
import org.openimr.sink.reconcile.kafka.LedgerSnapshot;
import org.openimr.sink.reconcile.report.Discrepancy;

/**
 * The way of each letter that the topics still hold: from its place on the raw topic to the letters
 * or the dead letters, and from there to its case.
 */
final class LetterTracer {

  private final CommittedTopicReader broker;
  private final LedgerSnapshot ledgers;
  private final OutcomeOffsets raw = new OutcomeOffsets();
  private final OutcomeOffsets deadAtEnrich = new OutcomeOffsets();
  private final KeyRevisions cases = new KeyRevisions();
  private final List<Discrepancy> twice = new ArrayList<>();

  /** Letters of before may have dead letters that the broker has deleted by now. */
  private final long deadHorizon;

  /**
   * Raw letters of before may have letters or dead letters that the broker has deleted, or letters
   * of an earlier version, which don't say what place they have on the raw topic.
   */
  private long horizon = Long.MIN_VALUE;

  LetterTracer(CommittedTopicReader broker, LedgerSnapshot ledgers) {
    this.broker = broker;
    this.ledgers = ledgers;
    deadHorizon = scan(Topic.DEAD_LETTERS, this::deadLetter);
    long lettersHorizon = scan(Topic.LETTERS, this::letter);
    horizon = Math.max(horizon, Math.max(deadHorizon, lettersHorizon));
  }

  /** Offsets with an outcome, by partition. */
  private static final class OutcomeOffsets {
    private final Map<Integer, BitSet> offsets = new HashMap<>();

    boolean add(int partition, long offset) {
      BitSet known = offsets.computeIfAbsent(partition, any -> new BitSet());
      boolean isNew = !known.get((int) offset);
      known.set((int) offset);
      return isNew;
    }

    boolean has(int partition, long offset) {
      return offsets.containsKey(partition) && offsets.get(partition).get((int) offset);
    }
  }

  /** Raw letters that were taken and have no outcome, or two. */
  List<Discrepancy> rawDifferences() {
    List<Discrepancy> found = new ArrayList<>(twice);
    scan(
        Topic.LETTERS_RAW,
        letter -> {
          boolean taken = letter.offset() < taken(letter.partition()).next();
          if (taken
              && letter.timestamp() >= horizon
              && !raw.has(letter.partition(), letter.offset())) {
            found.add(ofPlace(letter, 1, 0, "raw letter without an outcome"));
          }
        });
    return found;
  }

  /** A case has a determination. */
  void markDetermined(String caseKey) {
    cases.markSeen(caseKey);
  }

  /** Letters of cases that have no determination, once all that have one are told. */
  List<Discrepancy> withoutDetermination() {
    List<Discrepancy> found = new ArrayList<>();
    if (cases.unseenCount() == 0) {
      return found;
    }
    Set<String> named = new HashSet<>();
    scan(
        Topic.LETTERS,
        letter -> {
          String key = new String(letter.key(), UTF_8);
          if (isExpected(letter) && cases.isUnseen(key) && named.add(key)) {
            found.add(
                Discrepancy.of(
                    LetterCountCheck.LETTERS,
                    key,
                    1,
                    0,
                    "no determination, but a letter at " + place(letter)));
          }
        });
    return found;
  }

  private void deadLetter(ConsumerRecord<byte[], byte[]> dead) {
    String topic = header(dead, DeadLetterReason.TOPIC);
    long partition = number(dead, DeadLetterReason.PARTITION);
    long offset = number(dead, DeadLetterReason.OFFSET);
    if (partition < 0 || offset < 0) {
      return;
    }
    if (topic.equals(Topic.LETTERS.topicName())) {
      deadAtEnrich.add((int) partition, offset);
    } else if (topic.equals(Topic.LETTERS_RAW.topicName())) {
      raw.add((int) partition, offset);
    }
  }

  private void letter(ConsumerRecord<byte[], byte[]> letter) {
    long partition = number(letter, DeadLetterReason.RAW_PARTITION);
    long offset = number(letter, DeadLetterReason.RAW_OFFSET);
    if (partition < 0 || offset < 0) {
      horizon = Math.max(horizon, letter.timestamp() + 1);
    } else {
      boolean isNew = raw.add((int) partition, offset);
      if (!isNew && !RedeliveryMarker.isMarked(letter.headers())) {
        twice.add(ofPlace(letter, 1, 2, "raw letter %d@%d twice".formatted(partition, offset)));
      }
    }
    if (letter.key() != null && isExpected(letter)) {
      cases.put(new String(letter.key(), UTF_8), 1);
    }
  }

  /** Whether its case must have a determination: it was read and did not become a dead letter. */
  private boolean isExpected(ConsumerRecord<byte[], byte[]> letter) {
    CountedOffsets read =
        ledgers.outcome().containsKey(letter.partition())
            ? ledgers.outcome().get(letter.partition()).offsets()
            : CountedOffsets.NONE;
    return letter.key() != null
        && letter.offset() < read.next()
        && letter.timestamp() >= deadHorizon
        && !deadAtEnrich.has(letter.partition(), letter.offset());
  }

  private CountedOffsets taken(int partition) {
    return ledgers.intake().containsKey(partition)
        ? ledgers.intake().get(partition).offsets()
        : CountedOffsets.NONE;
  }

  /**
   * Reads a topic whole.
   *
   * @return time of the newest first record of those partitions whose beginning is deleted
   */
  private long scan(Topic topic, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    List<TopicPartition> partitions = broker.partitions(topic.topicName());
    Map<TopicPartition, Long> begins = broker.beginningOffsets(partitions);
    Map<Integer, Long> first = new HashMap<>();
    broker.read(
        begins,
        broker.endOffsets(partitions),
        record -> {
          first.putIfAbsent(record.partition(), record.timestamp());
          taker.accept(record);
        });
    return begins.entrySet().stream()
        .filter(begin -> begin.getValue() > 0)
        .mapToLong(begin -> first.getOrDefault(begin.getKey().partition(), Long.MAX_VALUE))
        .max()
        .orElse(Long.MIN_VALUE);
  }

  private static Discrepancy ofPlace(
      ConsumerRecord<byte[], byte[]> letter, long expected, long found, String what) {
    return Discrepancy.ofCounts(
        LetterCountCheck.LETTERS, expected, found, what + ", at " + place(letter));
  }

  private static String place(ConsumerRecord<byte[], byte[]> letter) {
    return letter.topic() + "-" + letter.partition() + "@" + letter.offset();
  }

  private static long number(ConsumerRecord<byte[], byte[]> record, String header) {
    try {
      return Long.parseLong(header(record, header));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
  }
}
