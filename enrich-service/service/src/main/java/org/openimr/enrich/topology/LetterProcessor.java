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
import org.openimr.runtime.streams.LowLatencyCommit;
import org.openimr.runtime.streams.RejectedRecordHandler;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.ledger.OutcomeLedger;
import org.openimr.schemas.ledger.OutcomeLedger.Outcome;
import org.openimr.schemas.ledger.PublishedCounts;
import org.openimr.schemas.ledger.RedeliveryMarker;
import org.openimr.schemas.topic.Topic;

/**
 * Ends each letter in exactly one of event, duplicate, dead letter.
 *
 * <p>All events of a letter are made before the first is forwarded, so that none is published by
 * half; the transaction around it sees to the rest.
 */
final class LetterProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private final LetterDecoder decoding;
  private final LetterInterpreter maker;
  private final DeterminationRecordFactory events;
  private final RejectedRecords refusals;
  private final EnrichMetrics metrics;
  private ProcessorContext<byte[], byte[]> context;
  private LowLatencyCommit commit;
  private KeyValueStore<String, CaseState> cases;
  private KeyValueStore<Integer, OutcomeLedger> ledger;

  LetterProcessor(
      LetterDecoder decoding,
      LetterInterpreter maker,
      DeterminationRecordFactory events,
      RejectedRecords refusals,
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
    this.commit = new LowLatencyCommit(context);
    this.cases = context.getStateStore(EnrichTopology.CASES);
    this.ledger = context.getStateStore(OutcomeLedger.STORE);
  }

  @Override
  public void process(Record<byte[], byte[]> letter) {
    switch (decoding.decode(letter.value())) {
      case LetterDecoder.Undecodable undecodable -> deadLetter(letter, undecodable.reason());
      case LetterDecoder.Decoded decoded ->
          refusals
              .reasonForLetter(decoded.letter().getLetterId(), position())
              .ifPresentOrElse(
                  code -> deadLetter(letter, refused(code)), () -> read(letter, decoded.letter()));
    }
    commit.recordProcessed(letter.timestamp());
  }

  private void read(Record<byte[], byte[]> letter, LetterReceived received) {
    switch (metrics.timed(() -> maker.interpret(received))) {
      case LetterInterpreter.Rejected refused -> deadLetter(letter, refused.reason());
      case LetterInterpreter.Interpreted made -> determination(letter, made.determination());
    }
  }

  private void determination(Record<byte[], byte[]> letter, Determination determination) {
    Optional<CaseState> before = Optional.ofNullable(cases.get(determination.getCaseKey()));
    switch (CaseUpdate.of(determination, before, isRedelivery(letter), events)) {
      case CaseUpdate.Unchanged ignored -> count(letter, Outcome.DUPLICATE, PublishedCounts.NONE);
      case CaseUpdate.Rejected refused -> deadLetter(letter, refused.reason());
      case CaseUpdate.Revision revision -> {
        revision.records().forEach(record -> publish(letter, record));
        cases.put(determination.getCaseKey(), revision.state());
        count(letter, Outcome.DETERMINATION, revision.published());
      }
    }
  }

  private static DeadLetterReason refused(DeadLetterReason.Code code) {
    return new DeadLetterReason(
        code, EnrichTopology.STAGE, "", "the broker refused an event of this letter");
  }

  private void publish(Record<byte[], byte[]> letter, DeterminationRecordFactory.Event event) {
    context.forward(
        new Record<>(
            event.key().getBytes(UTF_8), event.value(), letter.timestamp(), event.headers()),
        event.topic().topicName());
  }

  private void deadLetter(Record<byte[], byte[]> letter, DeadLetterReason reason) {
    Record<byte[], byte[]> dead =
        RejectedRecordHandler.deadLetter(
            letter,
            reason,
            position(),
            Instant.ofEpochMilli(context.currentSystemTimeMs()),
            refusals);
    context.forward(RejectedRecordHandler.headRecord(dead), Topic.DEAD_LETTER_HEADS.topicName());
    context.forward(dead, Topic.DEAD_LETTERS.topicName());
    metrics.deadLetter(reason.code());
    count(letter, Outcome.DEAD_LETTER, PublishedCounts.NONE);
  }

  /** Whether the letter was counted before: a replay sent it, or offsets were set back. */
  private boolean isRedelivery(Record<byte[], byte[]> letter) {
    return RedeliveryMarker.isMarked(letter.headers()) || ledgerRow().offsets().contains(offset());
  }

  private void count(Record<byte[], byte[]> letter, Outcome outcome, PublishedCounts published) {
    metrics.outcome(outcome);
    OutcomeLedger before = ledgerRow();
    ledger.put(
        context.taskId().partition(),
        isRedelivery(letter)
            ? before.withRedelivery(offset(), outcome, published)
            : before.withLetter(offset(), outcome, published));
  }

  private OutcomeLedger ledgerRow() {
    OutcomeLedger row = ledger.get(context.taskId().partition());
    return row == null ? OutcomeLedger.EMPTY : row;
  }

  private long offset() {
    return position().offset();
  }

  private DeadLetterReason.Position position() {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    return new DeadLetterReason.Position(at.topic(), at.partition(), at.offset());
  }
}
