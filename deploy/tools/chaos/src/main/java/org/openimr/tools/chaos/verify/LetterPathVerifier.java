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

/** Each letter's way: raw, then received or dead, then decided or dead. */
final class LetterPathVerifier {
  private static final String INGEST = "ingest";

  private final LetterExpectations expected;
  private final ViolationLog faults;
  private final Deserializer<LetterReceived> decoding;
  private final byte[] acceptReceived;
  private final byte[] deadAtIngest;
  private final byte[] deadAtEnrich;
  private final Map<String, Integer> lastOfCase = new HashMap<>();

  /** Of letters that may die further on: the place on their topic, and what stood there. */
  private final Map<String, Stood> mayDie = new HashMap<>();

  private final Map<String, Long> codes = new TreeMap<>();
  private long receivedLetters;

  private record Stood(int index, String sha256) {}

  LetterPathVerifier(
      LetterExpectations expected, ViolationLog faults, Deserializer<LetterReceived> decoding) {
    this.expected = expected;
    this.faults = faults;
    this.decoding = decoding;
    this.acceptReceived = new byte[expected.letters()];
    this.deadAtIngest = new byte[expected.letters()];
    this.deadAtEnrich = new byte[expected.letters()];
  }

  void acceptRaw(ConsumerRecord<byte[], byte[]> record) {
    OptionalInt index = index(header(record, RawLetter.NAME_HEADER));
    if (index.isEmpty()) {
      faults.add(Violation.Kind.WRONG, "", "a raw letter that nobody sent at " + place(record));
      return;
    }
    expected.addRaw(index.getAsInt(), Sha256.hex(record.value()));
  }

  void acceptReceived(ConsumerRecord<byte[], byte[]> record) {
    LetterReceived letter = decoding.deserialize(record.topic(), record.value());
    OptionalInt index = index(letter.getSource().getName());
    receivedLetters++;
    if (index.isEmpty()) {
      faults.add(Violation.Kind.WRONG, letter.getCaseKey(), "a letter that nobody sent");
      return;
    }
    int number = index.getAsInt();
    acceptReceived[number]++;
    if (!letter.getLetterId().equals(expected.letter(number).letterId())) {
      wrong(number, "received with another letter id");
    }
    if (expected.knowsCases()) {
      Integer before = lastOfCase.put(letter.getCaseKey(), number);
      if (before != null && before > number) {
        fault(Violation.Kind.DISORDERED, number, "received behind a later one of its case");
      }
    }
    if (!(expected.letter(number).expected() instanceof ExpectedOutcome.Decided)) {
      mayDie.put(place(record), new Stood(number, Sha256.hex(record.value())));
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
      faults.add(Violation.Kind.WRONG, "", "a dead letter that nobody sent at " + place(record));
      return;
    }
    int number = index.getAsInt();
    deadAtIngest[number]++;
    checkDead(number, code, INGEST);
    if (!Sha256.hex(record.value()).equals(expected.letter(number).letterId())) {
      wrong(number, "a dead letter with other bytes");
    }
  }

  private void deadAtEnrich(ConsumerRecord<byte[], byte[]> record, String code) {
    String from =
        header(record, DeadLetterReason.TOPIC)
            + "-"
            + header(record, DeadLetterReason.PARTITION)
            + "@"
            + header(record, DeadLetterReason.OFFSET);
    Stood stood = mayDie.get(from);
    if (stood == null) {
      faults.add(Violation.Kind.WRONG, "", code + ", a good letter's, dead from " + from);
      return;
    }
    deadAtEnrich[stood.index()]++;
    checkDead(stood.index(), code, "enrich");
    if (!Sha256.hex(record.value()).equals(stood.sha256())) {
      wrong(stood.index(), "a dead letter with other bytes than received");
    }
  }

  private void checkDead(int number, String code, String stage) {
    switch (expected.letter(number).expected()) {
      case ExpectedOutcome.Unspecified any -> {}
      case ExpectedOutcome.DeadLettered dead -> {
        if (!dead.code().name().equals(code) || !dead.stage().equals(stage)) {
          wrong(number, stage + " says " + code + ", the truth " + dead);
        }
      }
      case ExpectedOutcome.Decided decided ->
          wrong(number, "a good letter is dead, " + code + " " + stage);
    }
  }

  /** To be called when all topics of letters were read. */
  void finish() {
    for (int number = 0; number < expected.letters(); number++) {
      int copies = expected.copies(number);
      compare(number, "received or refused", acceptReceived[number] + deadAtIngest[number], copies);
      if (expected.letter(number).expected() instanceof ExpectedOutcome.DeadLettered) {
        compare(number, "dead letter", deadAtIngest[number] + deadAtEnrich[number], copies);
      }
    }
  }

  private void compare(int number, String what, int found, int wanted) {
    if (found < wanted) {
      fault(Violation.Kind.LOST, number, what + " " + found + " times, sent " + wanted);
    } else if (found > wanted) {
      fault(Violation.Kind.DOUBLED, number, what + " " + found + " times, sent " + wanted);
    }
  }

  long receivedLetters() {
    return receivedLetters;
  }

  long deadAtEnrichLetters() {
    long sum = 0;
    for (byte times : deadAtEnrich) {
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

  private void wrong(int number, String what) {
    fault(Violation.Kind.WRONG, number, what);
  }

  private void fault(Violation.Kind kind, int number, String what) {
    SentLetter letter = expected.letter(number);
    faults.add(kind, letter.rawKey(), letter.name() + " " + what);
  }

  private static String place(ConsumerRecord<byte[], byte[]> record) {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
  }
}
