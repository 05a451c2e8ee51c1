package org.openimr.tools.chaos.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;
import org.openimr.event.LetterReceived;
import org.openimr.ingest.source.producer.RawLetter;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.Sha256;
import org.openimr.tools.chaos.letter.ExpectedOutcome;
import org.openimr.tools.chaos.letter.SentLetter;

/** Verifies the path of each letter: raw, then received or dead, then determined or dead. */
final class LetterPathVerifier {
  private static final String INGEST = "ingest";

  private final LetterExpectations expected;
  private final ViolationLog violations;
  private final Deserializer<LetterReceived> deserializer;
  private final byte[] received;
  private final byte[] ingestDeadLetters;
  private final byte[] enrichDeadLetters;
  private final Map<String, Integer> latestIndexes = new HashMap<>();

  /** Received letters that may become dead letters, by their position on the topic. */
  private final Map<String, ReceivedLetter> receivedByPosition = new HashMap<>();

  private final Map<String, Long> codes = new TreeMap<>();
  private long receivedLetters;

  private record ReceivedLetter(int index, String sha256) {}

  LetterPathVerifier(
      LetterExpectations expected,
      ViolationLog violations,
      Deserializer<LetterReceived> deserializer) {
    this.expected = expected;
    this.violations = violations;
    this.deserializer = deserializer;
    this.received = new byte[expected.letters()];
    this.ingestDeadLetters = new byte[expected.letters()];
    this.enrichDeadLetters = new byte[expected.letters()];
  }

  void acceptRaw(ConsumerRecord<byte[], byte[]> record) {
    OptionalInt index = index(header(record, RawLetter.NAME_HEADER));
    if (index.isEmpty()) {
      violations.add(Violation.Kind.WRONG, "", "unknown raw letter at " + position(record));
      return;
    }
    expected.addRaw(index.getAsInt(), Sha256.hex(record.value()));
  }

  void acceptReceived(ConsumerRecord<byte[], byte[]> record) {
    LetterReceived letter = deserializer.deserialize(record.topic(), record.value());
    OptionalInt index = index(letter.getSource().getName());
    receivedLetters++;
    if (index.isEmpty()) {
      violations.add(Violation.Kind.WRONG, letter.getCaseKey(), "unknown letter");
      return;
    }
    int number = index.getAsInt();
    received[number]++;
    if (!letter.getLetterId().equals(expected.letter(number).letterId())) {
      reportWrong(number, "received with a different letter id");
    }
    if (expected.knowsCases()) {
      Integer previous = latestIndexes.put(letter.getCaseKey(), number);
      if (previous != null && previous > number) {
        report(Violation.Kind.DISORDERED, number, "received after a later letter of its case");
      }
    }
    if (!(expected.letter(number).expected() instanceof ExpectedOutcome.Decided)) {
      receivedByPosition.put(
          position(record), new ReceivedLetter(number, Sha256.hex(record.value())));
    }
  }

  void acceptDeadLetter(ConsumerRecord<byte[], byte[]> record) {
    String code = header(record, DeadLetterReason.CODE);
    codes.merge(code, 1L, Long::sum);
    String stage = header(record, DeadLetterReason.STAGE);
    if (stage.equals(INGEST)) {
      deadAtIngest(record, code);
    } else {
      deadAtEnrich(record, code);
    }
  }

  private void deadAtIngest(ConsumerRecord<byte[], byte[]> record, String code) {
    OptionalInt index = index(header(record, RawLetter.NAME_HEADER));
    if (index.isEmpty()) {
      violations.add(Violation.Kind.WRONG, "", "unknown dead letter at " + position(record));
      return;
    }
    int number = index.getAsInt();
    ingestDeadLetters[number]++;
    checkDead(number, code, INGEST);
    if (!Sha256.hex(record.value()).equals(expected.letter(number).letterId())) {
      reportWrong(number, "dead letter with different bytes");
    }
  }

  private void deadAtEnrich(ConsumerRecord<byte[], byte[]> record, String code) {
    String from =
        header(record, DeadLetterReason.TOPIC)
            + "-"
            + header(record, DeadLetterReason.PARTITION)
            + "@"
            + header(record, DeadLetterReason.OFFSET);
    ReceivedLetter letter = receivedByPosition.get(from);
    if (letter == null) {
      violations.add(Violation.Kind.WRONG, "", code + " for a valid letter at " + from);
      return;
    }
    enrichDeadLetters[letter.index()]++;
    checkDead(letter.index(), code, "enrich");
    if (!Sha256.hex(record.value()).equals(letter.sha256())) {
      reportWrong(letter.index(), "dead letter with bytes that differ from the received ones");
    }
  }

  private void checkDead(int number, String code, String stage) {
    switch (expected.letter(number).expected()) {
      case ExpectedOutcome.Unspecified any -> {}
      case ExpectedOutcome.DeadLettered dead -> {
        if (!dead.code().name().equals(code) || !dead.stage().equals(stage)) {
          reportWrong(number, stage + " reports " + code + ", expected " + dead);
        }
      }
      case ExpectedOutcome.Decided decided ->
          reportWrong(number, "valid letter is dead, " + code + " " + stage);
    }
  }

  /** Checks for missing and duplicate letters; call it when all topics of letters are read. */
  void finish() {
    for (int number = 0; number < expected.letters(); number++) {
      int copies = expected.copies(number);
      checkCount(number, "received or dead", received[number] + ingestDeadLetters[number], copies);
      if (expected.letter(number).expected() instanceof ExpectedOutcome.DeadLettered) {
        checkCount(
            number, "dead letter", ingestDeadLetters[number] + enrichDeadLetters[number], copies);
      }
    }
  }

  private void checkCount(int number, String what, int found, int expectedCount) {
    if (found < expectedCount) {
      report(Violation.Kind.LOST, number, what + " " + found + " times, sent " + expectedCount);
    } else if (found > expectedCount) {
      report(Violation.Kind.DOUBLED, number, what + " " + found + " times, sent " + expectedCount);
    }
  }

  long receivedLetters() {
    return receivedLetters;
  }

  long deadAtEnrichLetters() {
    long sum = 0;
    for (byte times : enrichDeadLetters) {
      sum += times;
    }
    return sum;
  }

  Map<String, Long> codes() {
    return codes;
  }

  private OptionalInt index(String name) {
    OptionalInt index = SentLetter.index(name);
    return index.isPresent() && index.getAsInt() < expected.letters() ? index : OptionalInt.empty();
  }

  private void reportWrong(int number, String description) {
    report(Violation.Kind.WRONG, number, description);
  }

  private void report(Violation.Kind kind, int number, String description) {
    SentLetter letter = expected.letter(number);
    violations.add(kind, letter.rawKey(), letter.name() + " " + description);
  }

  private static String position(ConsumerRecord<byte[], byte[]> record) {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
  }
}
