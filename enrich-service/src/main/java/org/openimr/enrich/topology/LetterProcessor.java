package org.openimr.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.openimr.event.Determination;
import org.openimr.schemas.DeadLetter;
import org.openimr.schemas.Topic;
import org.openimr.schemas.ledger.LetterAgain;
import org.openimr.schemas.ledger.OutcomeLedger;
import org.openimr.schemas.ledger.OutcomeLedger.Outcome;
import org.openimr.schemas.ledger.Published;

/**
 * Ends each letter in exactly one of event, duplicate, dead letter.
 *
 * <p>All events of a letter are made before the first is forwarded, so that none is published by
 * half; the transaction around it sees to the rest.
 */
final class LetterProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private final LetterDecoding decoding;
  private final DeterminationMaker maker;
  private final DeterminationEvents events;
  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<String, CaseState> cases;
  private KeyValueStore<Integer, OutcomeLedger> ledger;

  LetterProcessor(LetterDecoding decoding, DeterminationMaker maker, DeterminationEvents events) {
    this.decoding = decoding;
    this.maker = maker;
    this.events = events;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.cases = context.getStateStore(EnrichTopology.CASES);
    this.ledger = context.getStateStore(OutcomeLedger.STORE);
  }

  @Override
  public void process(Record<byte[], byte[]> letter) {
    switch (decoding.decode(letter.value())) {
      case LetterDecoding.Undecodable undecodable -> deadLetter(letter, undecodable.reason());
      case LetterDecoding.Decoded decoded -> {
        switch (maker.make(decoded.letter())) {
          case DeterminationMaker.Refused refused -> deadLetter(letter, refused.reason());
          case DeterminationMaker.Made made -> determination(letter, made.determination());
        }
      }
    }
  }

  private void determination(Record<byte[], byte[]> letter, Determination determination) {
    byte[] fingerprint = Fingerprint.of(determination);
    Optional<CaseState> before = Optional.ofNullable(cases.get(determination.getCaseKey()));
    if (before.isPresent() && changesNothing(letter, determination, fingerprint, before.get())) {
      count(letter, Outcome.DUPLICATE, Published.NONE);
      return;
    }
    determination.setRevision(before.map(CaseState::revision).orElse(0) + 1);
    int itemsBefore = before.map(CaseState::items).orElse(0);
    List<DeterminationEvents.Event> records = events.of(determination, itemsBefore);
    if (records.stream().anyMatch(LetterProcessor::tooLarge)) {
      deadLetter(letter, TOO_LARGE);
      return;
    }
    records.forEach(record -> publish(letter, record));
    cases.put(determination.getCaseKey(), CaseState.of(determination, fingerprint));
    count(
        letter,
        Outcome.DETERMINATION,
        published(determination, records, before.isPresent() ? 0 : 1, itemsBefore));
  }

  private boolean changesNothing(
      Record<byte[], byte[]> letter, Determination made, byte[] fingerprint, CaseState before) {
    return before.hasFacts(fingerprint) || (isAgain(letter) && before.outranks(made));
  }

  private static Published published(
      Determination made, List<DeterminationEvents.Event> records, int newCases, int itemsBefore) {
    int events = 0;
    int tombstones = 0;
    for (DeterminationEvents.Event record : records) {
      if (record.topic() == Topic.ITEM_DECISIONS) {
        events += record.value() == null ? 0 : 1;
        tombstones += record.value() == null ? 1 : 0;
      }
    }
    int items = made.getDecisions().size();
    return new Published(
        newCases, items - itemsBefore, made.getHeader().getItemCount(), events, tombstones);
  }

  private static final DeadLetter TOO_LARGE =
      new DeadLetter(
          DeadLetter.Code.TOO_LARGE,
          EnrichTopology.STAGE,
          "",
          "an event of this letter is larger than a topic takes");

  /** Room for the key, the headers and the record's own framing. */
  private static final int OVERHEAD_BYTES = 64 * 1024;

  private static boolean tooLarge(DeterminationEvents.Event event) {
    return event.value() != null && event.value().length > Topic.MAX_RECORD_BYTES - OVERHEAD_BYTES;
  }

  private void publish(Record<byte[], byte[]> letter, DeterminationEvents.Event event) {
    context.forward(
        new Record<>(
            event.key().getBytes(UTF_8), event.value(), letter.timestamp(), event.headers()),
        event.topic().topicName());
  }

  private void deadLetter(Record<byte[], byte[]> letter, DeadLetter reason) {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    Headers headers = new RecordHeaders(letter.headers());
    reason.addTo(
        headers,
        new DeadLetter.Position(at.topic(), at.partition(), at.offset()),
        Instant.ofEpochMilli(context.currentSystemTimeMs()));
    context.forward(
        new Record<>(letter.key(), letter.value(), letter.timestamp(), headers),
        Topic.DEAD_LETTERS.topicName());
    count(letter, Outcome.DEAD_LETTER, Published.NONE);
  }

  /** Whether the letter was counted before: a replay sent it, or offsets were set back. */
  private boolean isAgain(Record<byte[], byte[]> letter) {
    return LetterAgain.isMarked(letter.headers()) || row().positions().counted(offset());
  }

  private void count(Record<byte[], byte[]> letter, Outcome outcome, Published published) {
    OutcomeLedger before = row();
    ledger.put(
        context.taskId().partition(),
        isAgain(letter)
            ? before.withAgain(offset(), outcome, published)
            : before.with(offset(), outcome, published));
  }

  private OutcomeLedger row() {
    OutcomeLedger row = ledger.get(context.taskId().partition());
    return row == null ? OutcomeLedger.EMPTY : row;
  }

  private long offset() {
    return context.recordMetadata().orElseThrow().offset();
  }
}
