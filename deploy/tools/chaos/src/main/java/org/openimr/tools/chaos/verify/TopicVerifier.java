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

/** Reads all topics and compares them with the expectations. */
final class TopicVerifier {
  private final ViolationLog violations = new ViolationLog();
  private final LetterExpectations expected;
  private final LetterPathVerifier paths;
  private final EventVerifier events;
  private final VerificationTopicReader reader;

  TopicVerifier(List<SentLetter> sentLetters, Settings connection) {
    EventSerdes serdes = EventSerdes.of(connection.registry());
    expected = new LetterExpectations(sentLetters, violations);
    paths = new LetterPathVerifier(expected, violations, serdes.deserializer());
    events = new EventVerifier(expected, violations, serdes);
    reader = new VerificationTopicReader(connection.kafka());
  }

  VerificationResult verify() {
    Instant start = Instant.now();
    reader.scan(Topic.LETTERS_RAW.topicName(), paths::acceptRaw);
    expected.completeRaw();
    reader.scan(Topic.LETTERS.topicName(), paths::acceptReceived);
    reader.scan(Topic.DEAD_LETTERS.topicName(), paths::acceptDeadLetter);
    paths.finish();
    events.read(reader);
    Collection<OutcomeLedger> ledger = ledger();
    checkLedger(ledger);
    return result(ledger, Duration.between(start, Instant.now()));
  }

  /** Compares the counts of the enrich service with the topics. */
  private void checkLedger(Collection<OutcomeLedger> ledger) {
    checkEqual(
        "determinations in the ledger",
        sum(ledger, OutcomeLedger::determinations),
        events.determinations());
    checkEqual(
        "dead letters in the ledger",
        sum(ledger, OutcomeLedger::deadLetters),
        paths.deadAtEnrichLetters());
    checkEqual(
        "letters in the ledger", sum(ledger, OutcomeLedger::letters), paths.receivedLetters());
    checkEqual("redelivered letters in the ledger", sum(ledger, OutcomeLedger::redelivered), 0);
    if (expected.knowsCases()) {
      checkEqual(
          "duplicates in the ledger",
          sum(ledger, OutcomeLedger::duplicates),
          expected.duplicates());
    }
  }

  private void checkEqual(String what, long found, long wanted) {
    for (long i = found; i < wanted; i++) {
      violations.add(Violation.Kind.LOST, "", "%s: %d, expected %d".formatted(what, found, wanted));
    }
    for (long i = wanted; i < found; i++) {
      violations.add(
          Violation.Kind.DOUBLED, "", "%s: %d, expected %d".formatted(what, found, wanted));
    }
  }

  private Collection<OutcomeLedger> ledger() {
    Map<Integer, OutcomeLedger> rows = new HashMap<>();
    var deserializer = OutcomeLedger.serde().deserializer();
    reader.scan(
        LEDGER,
        record ->
            rows.put(
                ByteBuffer.wrap(record.key()).getInt(),
                deserializer.deserialize(record.topic(), record.value())));
    return rows.values();
  }

  private static long sum(Collection<OutcomeLedger> ledger, ToLongFunction<OutcomeLedger> count) {
    return ledger.stream().mapToLong(count).sum();
  }

  private VerificationResult result(Collection<OutcomeLedger> ledger, Duration duration) {
    return new VerificationResult(
        expected.letters(),
        expected.rawLetters(),
        paths.receivedLetters(),
        events.determinations(),
        events.determinations() - casesPublished(),
        events.items(),
        events.tombstones(),
        sum(ledger, OutcomeLedger::duplicates),
        expected.knowsCases() ? expected.duplicates() : -1,
        paths.codes(),
        casesPublished(),
        duration.toMillis() / 1000.0,
        violations.counts(),
        violations.samples());
  }

  private long casesPublished() {
    return expected.cases().size();
  }

  /** Changelog of the enrich service's outcome counts: one row per partition. */
  static final String LEDGER = "imr-enrich-ledger-changelog";
}
