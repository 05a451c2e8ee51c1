package org.openimr.sink.reconcile.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.openimr.schemas.ledger.CountedOffsets;
import org.openimr.schemas.ledger.IntakeLedger;
import org.openimr.schemas.ledger.OutcomeLedger;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.reconcile.kafka.CommittedTopicReader;
import org.openimr.sink.reconcile.kafka.ConsumerLag;
import org.openimr.sink.reconcile.kafka.LedgerSnapshot;
import org.openimr.sink.reconcile.report.Discrepancy;
import org.openimr.sink.reconcile.report.ReconciliationReport.EventTotals;
import org.openimr.sink.reconcile.report.ReconciliationReport.LetterTotals;

/** Compares letters and events by ledgers and offsets, at a cost independent of the history. */
public final class LetterCountCheck {
  static final String LETTERS = "letters";
  static final String ITEMS = "items";

  private final CommittedTopicReader broker;
  private final LedgerSnapshot ledgers;
  private final LetterTotals letters;
  private final EventTotals events;

  public LetterCountCheck(CommittedTopicReader broker, String ingest, String enrich) {
    this.broker = broker;
    this.ledgers = LedgerSnapshot.read(broker, ingest, enrich);
    ConsumerLag lag = new ConsumerLag(broker);
    this.letters =
        letters(
            ledgers,
            lag.pendingRecords(Topic.LETTERS_RAW.topicName(), ingest),
            lag.pendingRecords(Topic.LETTERS.topicName(), enrich));
    this.events = events(ledgers);
  }

  public LetterTotals letters() {
    return letters;
  }

  public EventTotals events() {
    return events;
  }

  LedgerSnapshot ledgers() {
    return ledgers;
  }

  private static LetterTotals letters(
      LedgerSnapshot ledgers, long pendingRaw, long pendingOffsets) {
    long forwarded = ledgers.intakeTotal(IntakeLedger::forwarded);
    long additional = ledgers.intakeTotal(IntakeLedger::additionalLetters);
    long read = ledgers.read(OutcomeLedger::letters);
    // the offsets include control records, so that their number is not that of the letters
    long pending = pendingOffsets == 0 ? 0 : Math.max(0, forwarded + additional - read);
    return new LetterTotals(
        ledgers.intakeTotal(IntakeLedger::letters),
        pendingRaw,
        ledgers.intakeTotal(row -> row.offsets().skipped()),
        forwarded,
        additional,
        pending,
        ledgers.read(OutcomeLedger::determinations),
        ledgers.read(OutcomeLedger::duplicates),
        ledgers.intakeTotal(IntakeLedger::deadLetters),
        ledgers.read(OutcomeLedger::deadLetters),
        ledgers.read(OutcomeLedger::redelivered),
        ledgers.read(OutcomeLedger::revisedByRedelivery));
  }

  private static EventTotals events(LedgerSnapshot ledgers) {
    return new EventTotals(
        ledgers.read(row -> row.published().cases()),
        ledgers.read(row -> row.published().items()),
        ledgers.read(row -> row.published().itemsDecided()),
        ledgers.read(row -> row.published().itemEvents()),
        ledgers.read(row -> row.published().tombstones()));
  }

  public List<Discrepancy> differences() {
    List<Discrepancy> found = new ArrayList<>();
    Map<Integer, CountedOffsets> raw = new TreeMap<>();
    ledgers.intake().forEach((partition, row) -> raw.put(partition, row.offsets()));
    Map<Integer, CountedOffsets> read = new TreeMap<>();
    ledgers.outcome().forEach((partition, row) -> read.put(partition, row.offsets()));
    deletedUnread(found, Topic.LETTERS_RAW, raw);
    truncated(found, Topic.LETTERS_RAW, raw);
    truncated(found, Topic.LETTERS, read);
    compare(
        found,
        LETTERS,
        letters.taken(),
        letters.forwarded() + letters.deadAtIngest(),
        "raw letters taken, and letters forwarded or written as dead letters");
    compare(
        found,
        LETTERS,
        letters.forwarded() + letters.additional(),
        ledgers.read(OutcomeLedger::letters) + letters.pending(),
        "letters forwarded by ingest, and letters read or pending at enrich");
    compare(
        found,
        LETTERS,
        ledgers.read(OutcomeLedger::letters),
        letters.determinations() + letters.duplicates() + letters.deadAtEnrich(),
        "letters read by enrich, and determinations, duplicates and dead letters");
    compare(
        found,
        ITEMS,
        events.itemsDecided(),
        events.itemEvents(),
        "items of all case headers, and item decisions published");
    return found;
  }

  private static void compare(
      List<Discrepancy> found, String check, long expected, long actual, String what) {
    if (expected != actual) {
      found.add(Discrepancy.ofCounts(check, expected, actual, what));
    }
  }

  /** Finds letters that the broker deleted before they were taken. */
  private void deletedUnread(
      List<Discrepancy> found, Topic topic, Map<Integer, CountedOffsets> rows) {
    List<TopicPartition> partitions = broker.partitions(topic.topicName());
    Map<TopicPartition, Long> begins = broker.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = broker.endOffsets(partitions);
    for (TopicPartition partition : partitions) {
      long next = rows.getOrDefault(partition.partition(), CountedOffsets.NONE).next();
      long begin = Objects.requireNonNull(begins.get(partition));
      long end = Objects.requireNonNull(ends.get(partition));
      // retention leaves the control record of the last transaction in the active segment
      boolean onlyControlRecord = begin == next + 1 && begin == end;
      if (next > 0 && begin > next && !onlyControlRecord) {
        found.add(
            Discrepancy.ofCounts(
                LETTERS, begin, next, partition + ": raw letters deleted before they were taken"));
      }
    }
  }

  /** Detects a topic that was recreated: it starts at offset 0 again. */
  private void truncated(List<Discrepancy> found, Topic topic, Map<Integer, CountedOffsets> rows) {
    Map<TopicPartition, Long> ends = broker.endOffsets(broker.partitions(topic.topicName()));
    ends.forEach(
        (partition, end) -> {
          long next = rows.getOrDefault(partition.partition(), CountedOffsets.NONE).next();
          if (end < next) {
            found.add(
                Discrepancy.ofCounts(
                    LETTERS, next, end, partition + ": ends before the offset that was read"));
          }
        });
  }
}
