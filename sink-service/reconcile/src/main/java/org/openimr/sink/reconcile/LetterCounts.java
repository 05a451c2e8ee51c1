package org.openimr.sink.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.openimr.schemas.Topic;
import org.openimr.schemas.ledger.IntakeLedger;
import org.openimr.schemas.ledger.OutcomeLedger;
import org.openimr.schemas.ledger.Positions;
import org.openimr.sink.reconcile.ReconciliationReport.Events;
import org.openimr.sink.reconcile.ReconciliationReport.Letters;

/** Letters and events by the ledgers and the offsets; its cost does not depend on the history. */
final class LetterCounts {
  static final String LETTERS = "letters";
  static final String ITEMS = "items";

  private final Broker broker;
  private final Ledgers ledgers;
  private final Letters letters;
  private final Events events;

  LetterCounts(Broker broker, String ingest, String enrich) {
    this.broker = broker;
    this.ledgers = Ledgers.read(broker, ingest, enrich);
    Waiting waiting = new Waiting(broker);
    this.letters =
        letters(
            ledgers,
            waiting.of(Topic.LETTERS_RAW.topicName(), ingest),
            waiting.of(Topic.LETTERS.topicName(), enrich));
    this.events = events(ledgers);
  }

  Letters letters() {
    return letters;
  }

  Events events() {
    return events;
  }

  Ledgers ledgers() {
    return ledgers;
  }

  private static Letters letters(Ledgers ledgers, long waitingRaw, long waitingOffsets) {
    long passedOn = ledgers.taken(IntakeLedger::passedOn);
    long read = ledgers.read(OutcomeLedger::letters);
    // between these offsets are ends of transactions, so that they count no letters
    long waiting = waitingOffsets == 0 ? 0 : Math.max(0, passedOn - read);
    return new Letters(
        ledgers.taken(IntakeLedger::letters),
        waitingRaw,
        ledgers.taken(row -> row.positions().passedOver()),
        passedOn,
        waiting,
        ledgers.read(OutcomeLedger::determinations),
        ledgers.read(OutcomeLedger::duplicates),
        ledgers.taken(IntakeLedger::deadLetters),
        ledgers.read(OutcomeLedger::deadLetters),
        ledgers.read(OutcomeLedger::again),
        ledgers.read(OutcomeLedger::revisedAgain));
  }

  private static Events events(Ledgers ledgers) {
    return new Events(
        ledgers.read(row -> row.published().cases()),
        ledgers.read(row -> row.published().items()),
        ledgers.read(row -> row.published().itemsDecided()),
        ledgers.read(row -> row.published().itemEvents()),
        ledgers.read(row -> row.published().tombstones()));
  }

  List<Difference> differences() {
    List<Difference> found = new ArrayList<>();
    Map<Integer, Positions> raw = new TreeMap<>();
    ledgers.intake().forEach((partition, row) -> raw.put(partition, row.positions()));
    Map<Integer, Positions> read = new TreeMap<>();
    ledgers.outcome().forEach((partition, row) -> read.put(partition, row.positions()));
    deletedUnread(found, Topic.LETTERS_RAW, raw);
    shorter(found, Topic.LETTERS_RAW, raw);
    shorter(found, Topic.LETTERS, read);
    compare(
        found,
        LETTERS,
        letters.taken(),
        letters.passedOn() + letters.deadAtIngest(),
        "raw letters taken, and those that went on or became dead letters");
    compare(
        found,
        LETTERS,
        letters.passedOn(),
        ledgers.read(OutcomeLedger::letters) + letters.waiting(),
        "letters that ingest passed on, and those that enrich read or has yet to read");
    compare(
        found,
        LETTERS,
        ledgers.read(OutcomeLedger::letters),
        letters.determinations() + letters.duplicates() + letters.deadAtEnrich(),
        "letters that enrich read, and determinations, duplicates and dead letters");
    compare(
        found,
        ITEMS,
        events.itemsDecided(),
        events.itemEvents(),
        "items by the headers of all revisions, and item decisions published");
    return found;
  }

  private static void compare(
      List<Difference> found, String check, long expected, long is, String what) {
    if (expected != is) {
      found.add(Difference.ofCounts(check, expected, is, what));
    }
  }

  /** Letters that the broker deleted before they were taken. */
  private void deletedUnread(List<Difference> found, Topic topic, Map<Integer, Positions> rows) {
    List<TopicPartition> partitions = broker.partitions(topic.topicName());
    Map<TopicPartition, Long> begins = broker.begins(partitions);
    Map<TopicPartition, Long> ends = broker.ends(partitions);
    for (TopicPartition partition : partitions) {
      long next = rows.getOrDefault(partition.partition(), Positions.NONE).next();
      long begin = begins.get(partition);
      // what is left of a topic all of whose records are old is the end of the last transaction
      boolean onlyAnEnd = begin == next + 1 && begin == ends.get(partition);
      if (next > 0 && begin > next && !onlyAnEnd) {
        found.add(
            Difference.ofCounts(
                LETTERS, begin, next, partition + ": raw letters deleted before they were taken"));
      }
    }
  }

  /** A topic that was made anew begins at 0 again, and its letters look like old ones. */
  private void shorter(List<Difference> found, Topic topic, Map<Integer, Positions> rows) {
    Map<TopicPartition, Long> ends = broker.ends(broker.partitions(topic.topicName()));
    ends.forEach(
        (partition, end) -> {
          long next = rows.getOrDefault(partition.partition(), Positions.NONE).next();
          if (end < next) {
            found.add(
                Difference.ofCounts(
                    LETTERS, next, end, partition + ": ends before what was read of it"));
          }
        });
  }
}
