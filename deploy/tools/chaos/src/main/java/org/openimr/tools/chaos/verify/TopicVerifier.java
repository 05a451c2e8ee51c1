package org.openimr.tools.chaos.verify;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.ledger.OutcomeLedger;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.tools.chaos.letter.SentLetter;

/** Reads all topics and compares them with the truth. */
final class TopicVerifier {
  private final ViolationLog faults = new ViolationLog();
  private final LetterExpectations expected;
  private final LetterPathVerifier ways;
  private final EventVerifier events;
  private final VerificationTopicReader reader;

  TopicVerifier(List<SentLetter> truth, Settings connection) {
    EventSerdes serdes = EventSerdes.of(connection.registry());
    expected = new LetterExpectations(truth, faults);
    ways = new LetterPathVerifier(expected, faults, serdes.deserializer());
    events = new EventVerifier(expected, faults, serdes);
    reader = new VerificationTopicReader(connection.kafka());
  }

  VerificationResult verify() {
    Instant start = Instant.now();
    reader.scan(Topic.LETTERS_RAW.topicName(), ways::acceptRaw);
    expected.completeRaw();
    reader.scan(Topic.LETTERS.topicName(), ways::acceptReceived);
    reader.scan(Topic.DEAD_LETTERS.topicName(), ways::acceptDeadLetter);
    ways.finish();
    events.read(reader);
    Collection<OutcomeLedger> ledger = ledger();
    balance(ledger);
    return verify(ledger, Duration.between(start, Instant.now()));
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
    equal("letters read again by the ledger", sum(ledger, OutcomeLedger::redelivered), 0);
    if (expected.knowsCases()) {
      equal(
          "duplicates by the ledger",
          sum(ledger, OutcomeLedger::duplicates),
          expected.duplicates());
    }
  }

  private void equal(String what, long found, long wanted) {
    for (long i = found; i < wanted; i++) {
      faults.add(Violation.Kind.LOST, "", "%s are %d, not %d".formatted(what, found, wanted));
    }
    for (long i = wanted; i < found; i++) {
      faults.add(Violation.Kind.DOUBLED, "", "%s are %d, not %d".formatted(what, found, wanted));
    }
  }

  private Collection<OutcomeLedger> ledger() {
    Map<Integer, OutcomeLedger> rows = new HashMap<>();
    var decoding = OutcomeLedger.serde().deserializer();
    reader.scan(
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

  private VerificationResult verify(Collection<OutcomeLedger> ledger, Duration took) {
    return new VerificationResult(
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
        faults.samples());
  }

  private long casesPublished() {
    return expected.cases().size();
  }

  /** Where the enrich service keeps what became of its letters, a row a partition. */
  static final String LEDGER = "imr-enrich-ledger-changelog";
}
