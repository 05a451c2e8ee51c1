package org.openimr.chaos.verify;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.openimr.chaos.truth.SentLetter;
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;
import org.openimr.schemas.ledger.OutcomeLedger;

/** Reads all topics and compares them with the truth. */
final class Verification {
  private final Faults faults = new Faults();
  private final Expectations expected;
  private final LetterWays ways;
  private final EventChecks events;
  private final TopicReader reader;

  Verification(List<SentLetter> truth, Settings connection) {
    EventSerdes serdes = EventSerdes.of(connection.registry());
    expected = new Expectations(truth, faults);
    ways = new LetterWays(expected, faults, serdes.deserializer());
    events = new EventChecks(expected, faults, serdes);
    reader = new TopicReader(connection.kafka());
  }

  Verdict verdict() {
    Instant start = Instant.now();
    reader.read(Topic.LETTERS_RAW.topicName(), ways::raw);
    expected.rawEnds();
    reader.read(Topic.LETTERS.topicName(), ways::received);
    reader.read(Topic.DEAD_LETTERS.topicName(), ways::dead);
    ways.end();
    events.read(reader);
    Collection<OutcomeLedger> ledger = ledger();
    balance(ledger);
    return verdict(ledger, Duration.between(start, Instant.now()));
  }

  /** What the service says itself has to be what the topics hold. */
  private void balance(Collection<OutcomeLedger> ledger) {
    equal(
        "determinations by the ledger",
        sum(ledger, OutcomeLedger::determinations),
        events.determinations());
    equal(
        "dead letters by the ledger",
        sum(ledger, OutcomeLedger::deadLetters),
        ways.deadAtEnrichLetters());
    equal("letters by the ledger", sum(ledger, OutcomeLedger::letters), ways.receivedLetters());
    equal("letters read again by the ledger", sum(ledger, OutcomeLedger::again), 0);
    if (expected.knowsCases()) {
      equal(
          "duplicates by the ledger",
          sum(ledger, OutcomeLedger::duplicates),
          expected.duplicates());
    }
  }

  private void equal(String what, long found, long wanted) {
    for (long i = found; i < wanted; i++) {
      faults.add(Fault.Kind.LOST, "", "%s are %d, not %d".formatted(what, found, wanted));
    }
    for (long i = wanted; i < found; i++) {
      faults.add(Fault.Kind.DOUBLED, "", "%s are %d, not %d".formatted(what, found, wanted));
    }
  }

  private Collection<OutcomeLedger> ledger() {
    Map<Integer, OutcomeLedger> rows = new HashMap<>();
    var decoding = OutcomeLedger.serde().deserializer();
    reader.read(
        LEDGER,
        record ->
            rows.put(
                ByteBuffer.wrap(record.key()).getInt(),
                decoding.deserialize(record.topic(), record.value())));
    return rows.values();
  }

  private static long sum(Collection<OutcomeLedger> ledger, ToLongFunction<OutcomeLedger> count) {
    return ledger.stream().mapToLong(count).sum();
  }

  private Verdict verdict(Collection<OutcomeLedger> ledger, Duration took) {
    return new Verdict(
        expected.letters(),
        expected.rawLetters(),
        ways.receivedLetters(),
        events.determinations(),
        events.determinations() - casesPublished(),
        events.items(),
        events.tombstones(),
        sum(ledger, OutcomeLedger::duplicates),
        expected.knowsCases() ? expected.duplicates() : -1,
        ways.codes(),
        casesPublished(),
        took.toMillis() / 1000.0,
        faults.counts(),
        faults.named());
  }

  private long casesPublished() {
    return expected.cases().size();
  }

  /** Where the enrich service keeps what became of its letters, a row a partition. */
  static final String LEDGER = "imr-enrich-ledger-changelog";
}
