package org.openimr.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.openimr.event.Determination;
import org.openimr.event.LetterReceived;
import org.openimr.schemas.DeadLetter;
import org.openimr.schemas.Refusals;
import org.openimr.schemas.Topic;
import org.openimr.schemas.ledger.LetterAgain;
import org.openimr.schemas.ledger.OutcomeLedger;
import org.openimr.schemas.ledger.OutcomeLedger.Outcome;
import org.openimr.schemas.ledger.Published;
import org.openimr.service.PromptCommit;
import org.openimr.service.RefusedRecords;

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
  private final Refusals refusals;
  private final EnrichMetrics metrics;
  private ProcessorContext<byte[], byte[]> context;
  private PromptCommit commit;
  private KeyValueStore<String, CaseState> cases;
  private KeyValueStore<Integer, OutcomeLedger> ledger;

  LetterProcessor(
      LetterDecoding decoding,
      DeterminationMaker maker,
      DeterminationEvents events,
      Refusals refusals,
      EnrichMetrics metrics) {
    this.decoding = decoding;
    this.maker = maker;
    this.events = events;
    this.refusals = refusals;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.commit = new PromptCommit(context);
    this.cases = context.getStateStore(EnrichTopology.CASES);
    this.ledger = context.getStateStore(OutcomeLedger.STORE);
  }

  @Override
  public void process(Record<byte[], byte[]> letter) {
    switch (decoding.decode(letter.value())) {
      case LetterDecoding.Undecodable undecodable -> deadLetter(letter, undecodable.reason());
      case LetterDecoding.Decoded decoded ->
          refusals
              .ofLetter(decoded.letter().getLetterId(), position())
              .ifPresentOrElse(
                  code -> deadLetter(letter, refused(code)), () -> read(letter, decoded.letter()));
    }
    commit.processed(letter.timestamp());
  }

  private void read(Record<byte[], byte[]> letter, LetterReceived received) {
    switch (metrics.timed(() -> maker.make(received))) {
      case DeterminationMaker.Refused refused -> deadLetter(letter, refused.reason());
      case DeterminationMaker.Made made -> determination(letter, made.determination());
    }
  }

  private void determination(Record<byte[], byte[]> letter, Determination determination) {
    Optional<CaseState> before = Optional.ofNullable(cases.get(determination.getCaseKey()));
    switch (CaseChange.of(determination, before, isAgain(letter), events)) {
      case CaseChange.None ignored -> count(letter, Outcome.DUPLICATE, Published.NONE);
      case CaseChange.Refused refused -> deadLetter(letter, refused.reason());
      case CaseChange.Revision revision -> {
        revision.records().forEach(record -> publish(letter, record));
        cases.put(determination.getCaseKey(), revision.state());
        count(letter, Outcome.DETERMINATION, revision.published());
      }
    }
  }

  private static DeadLetter refused(DeadLetter.Code code) {
    return new DeadLetter(
        code, EnrichTopology.STAGE, "", "the broker refused an event of this letter");
  }

  private void publish(Record<byte[], byte[]> letter, DeterminationEvents.Event event) {
    context.forward(
        new Record<>(
            event.key().getBytes(UTF_8), event.value(), letter.timestamp(), event.headers()),
        event.topic().topicName());
  }

  private void deadLetter(Record<byte[], byte[]> letter, DeadLetter reason) {
    Record<byte[], byte[]> dead =
        RefusedRecords.deadLetter(
            letter,
            reason,
            position(),
            Instant.ofEpochMilli(context.currentSystemTimeMs()),
            refusals);
    context.forward(RefusedRecords.head(dead), Topic.DEAD_LETTER_HEADS.topicName());
    context.forward(dead, Topic.DEAD_LETTERS.topicName());
    metrics.deadLetter(reason.code());
    count(letter, Outcome.DEAD_LETTER, Published.NONE);
  }

  /** Whether the letter was counted before: a replay sent it, or offsets were set back. */
  private boolean isAgain(Record<byte[], byte[]> letter) {
    return LetterAgain.isMarked(letter.headers()) || row().positions().counted(offset());
  }

  private void count(Record<byte[], byte[]> letter, Outcome outcome, Published published) {
    metrics.outcome(outcome);
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
    return position().offset();
  }

  private DeadLetter.Position position() {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    return new DeadLetter.Position(at.topic(), at.partition(), at.offset());
  }
}
