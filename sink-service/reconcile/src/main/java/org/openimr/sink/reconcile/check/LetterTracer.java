package org.openimr.sink.reconcile.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.LetterPart;
import org.openimr.schemas.ledger.CountedOffsets;
import org.openimr.schemas.ledger.RedeliveryMarker;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.reconcile.kafka.CommittedTopicReader;
import org.openimr.sink.reconcile.kafka.LedgerSnapshot;
import org.openimr.sink.reconcile.report.Discrepancy;

/**
 * Traces each letter that the topics still hold: from its position on the raw topic to the letters
 * or dead letters, and from there to its case.
 */
final class LetterTracer {
  private final CommittedTopicReader broker;
  private final LedgerSnapshot ledgers;
  private final OffsetSet rawWithOutcome = new OffsetSet();
  private final PartOutcomes parts = new PartOutcomes();
  private final OffsetSet deadAtEnrich = new OffsetSet();
  private final KeyRevisions cases = new KeyRevisions();
  private final List<Discrepancy> duplicates = new ArrayList<>();

  /** Timestamp before which letters may have dead letters that the broker has deleted. */
  private final long deadHorizon;

  /**
   * Timestamp before which raw letters may have letters or dead letters that the broker has
   * deleted, or letters of an earlier version without headers for their position on the raw topic.
   */
  private long horizon = Long.MIN_VALUE;

  LetterTracer(CommittedTopicReader broker, LedgerSnapshot ledgers) {
    this.broker = broker;
    this.ledgers = ledgers;
    deadHorizon = scan(Topic.DEAD_LETTERS, this::deadLetter);
    long lettersHorizon = scan(Topic.LETTERS, this::letter);
    horizon = Math.max(horizon, Math.max(deadHorizon, lettersHorizon));
  }

  /** Raw letters that were taken and have no outcome or more than one, each part on its own. */
  List<Discrepancy> rawDifferences() {
    List<Discrepancy> found = new ArrayList<>(duplicates);
    scan(
        Topic.LETTERS_RAW,
        letter -> {
          boolean taken = letter.offset() < taken(letter.partition()).next();
          if (taken && letter.timestamp() >= horizon) {
            found.addAll(withoutOutcome(letter));
          }
        });
    return found;
  }

  private List<Discrepancy> withoutOutcome(ConsumerRecord<byte[], byte[]> raw) {
    if (!rawWithOutcome.contains(raw.partition(), raw.offset())) {
      return List.of(atPosition(raw, 1, 0, "raw letter without an outcome"));
    }
    return parts.missing(raw.partition(), raw.offset(), LetterPart.of(raw.headers())).stream()
        .map(
            part -> atPosition(raw, 1, 0, "letter " + part + " of its document without an outcome"))
        .toList();
  }

  /** Marks a case that has a determination. */
  void markDetermined(String caseKey) {
    cases.markSeen(caseKey);
  }

  /** Letters of cases without a determination; call it after marking all that have one. */
  List<Discrepancy> withoutDetermination() {
    List<Discrepancy> found = new ArrayList<>();
    if (cases.unseenCount() == 0) {
      return found;
    }
    Set<String> reported = new HashSet<>();
    scan(
        Topic.LETTERS,
        letter -> {
          String key = new String(letter.key(), UTF_8);
          if (isExpected(letter) && cases.isUnseen(key) && reported.add(key)) {
            found.add(
                Discrepancy.of(
                    LetterCountCheck.LETTERS,
                    key,
                    1,
                    0,
                    "no determination, but a letter at " + position(letter)));
          }
        });
    return found;
  }

  private void deadLetter(ConsumerRecord<byte[], byte[]> dead) {
    String topic = header(dead, DeadLetterReason.TOPIC);
    int partition = partition(dead, DeadLetterReason.PARTITION);
    long offset = number(dead, DeadLetterReason.OFFSET);
    if (partition < 0 || offset < 0) {
      return;
    }
    if (topic.equals(Topic.LETTERS.topicName())) {
      deadAtEnrich.add(partition, offset);
    } else if (topic.equals(Topic.LETTERS_RAW.topicName())) {
      rawWithOutcome.add(partition, offset);
    }
  }

  private void letter(ConsumerRecord<byte[], byte[]> letter) {
    int partition = partition(letter, DeadLetterReason.RAW_PARTITION);
    long offset = number(letter, DeadLetterReason.RAW_OFFSET);
    if (partition < 0 || offset < 0) {
      horizon = Math.max(horizon, letter.timestamp() + 1);
    } else {
      boolean isFirst = rawWithOutcome.add(partition, offset);
      boolean isNew =
          LetterPart.of(letter.headers())
              .map(part -> parts.add(partition, offset, part))
              .orElse(isFirst);
      if (!isNew && !RedeliveryMarker.isMarked(letter.headers())) {
        duplicates.add(
            atPosition(
                letter, 1, 2, "raw letter %d@%d was published twice".formatted(partition, offset)));
      }
    }
    if (letter.key() != null && isExpected(letter)) {
      cases.put(new String(letter.key(), UTF_8), 1);
    }
  }

  /** Whether its case must have a determination: the letter was read and is not a dead letter. */
  private boolean isExpected(ConsumerRecord<byte[], byte[]> letter) {
    CountedOffsets read =
        ledgers.outcome().containsKey(letter.partition())
            ? ledgers.outcome().get(letter.partition()).offsets()
            : CountedOffsets.NONE;
    return letter.key() != null
        && letter.offset() < read.next()
        && letter.timestamp() >= deadHorizon
        && !deadAtEnrich.contains(letter.partition(), letter.offset());
  }

  private CountedOffsets taken(int partition) {
    return ledgers.intake().containsKey(partition)
        ? ledgers.intake().get(partition).offsets()
        : CountedOffsets.NONE;
  }

  /**
   * Reads a whole topic.
   *
   * @return latest timestamp of the first records of those partitions whose beginning was deleted
   */
  private long scan(Topic topic, Consumer<ConsumerRecord<byte[], byte[]>> action) {
    List<TopicPartition> partitions = broker.partitions(topic.topicName());
    Map<TopicPartition, Long> begins = broker.beginningOffsets(partitions);
    Map<Integer, Long> first = new HashMap<>();
    broker.read(
        begins,
        broker.endOffsets(partitions),
        record -> {
          first.putIfAbsent(record.partition(), record.timestamp());
          action.accept(record);
        });
    return begins.entrySet().stream()
        .filter(begin -> begin.getValue() > 0)
        .mapToLong(begin -> first.getOrDefault(begin.getKey().partition(), Long.MAX_VALUE))
        .max()
        .orElse(Long.MIN_VALUE);
  }

  private static Discrepancy atPosition(
      ConsumerRecord<byte[], byte[]> letter, long expected, long found, String what) {
    return Discrepancy.ofCounts(
        LetterCountCheck.LETTERS, expected, found, what + ", at " + position(letter));
  }

  private static String position(ConsumerRecord<byte[], byte[]> letter) {
    return letter.topic() + "-" + letter.partition() + "@" + letter.offset();
  }

  /** A partition from a header; -1 if it is missing or not a partition number. */
  private static int partition(ConsumerRecord<byte[], byte[]> record, String header) {
    long number = number(record, header);
    return number > Integer.MAX_VALUE ? -1 : (int) number;
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
