package org.openimr.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.openimr.event.Determination;
import org.openimr.event.LetterReceived;
import org.openimr.runtime.streams.DeadLetterForwarder;
import org.openimr.runtime.streams.LedgerRow;
import org.openimr.runtime.streams.LowLatencyCommit;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.event.WarningCodes;
import org.openimr.schemas.ledger.OutcomeLedger;
import org.openimr.schemas.ledger.OutcomeLedger.Outcome;
import org.openimr.schemas.ledger.PublishedCounts;

/**
 * Turns each letter into exactly one of determination, duplicate or dead letter.
 *
 * <p>All events of a letter are created before the first is forwarded, so that a failure publishes
 * none of them; the transaction makes publishing them atomic.
 */
final class LetterProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private final LetterDecoder decoder;
  private final LetterInterpreter interpreter;
  private final DeterminationRecordFactory events;
  private final RejectedRecords rejectedRecords;
  private final EnrichMetrics metrics;
  private ProcessorContext<byte[], byte[]> context;
  private LowLatencyCommit commit;
  private DeadLetterForwarder deadLetters;
  private CaseStores cases;
  private LedgerRow<OutcomeLedger> ledger;

  LetterProcessor(
      LetterDecoder decoder,
      LetterInterpreter interpreter,
      DeterminationRecordFactory events,
      RejectedRecords rejectedRecords,
      EnrichMetrics metrics) {
    this.decoder = decoder;
    this.interpreter = interpreter;
    this.events = events;
    this.rejectedRecords = rejectedRecords;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.commit = new LowLatencyCommit(context);
    this.deadLetters = new DeadLetterForwarder(context, rejectedRecords);
    this.cases = new CaseStores(context);
    this.ledger = new LedgerRow<>(context, OutcomeLedger.STORE, OutcomeLedger.EMPTY);
  }

  @Override
  public void process(Record<byte[], byte[]> letter) {
    switch (decoder.decode(letter)) {
      case LetterDecoder.Undecodable undecodable -> reject(letter, undecodable.reason());
      case LetterDecoder.Decoded decoded ->
          deadLetters
              .rejectionOf(decoded.letter().getLetterId())
              .ifPresentOrElse(
                  code -> reject(letter, notPublished(code)),
                  () -> interpret(letter, decoded.letter()));
    }
    commit.recordProcessed(letter.timestamp());
  }

  private void interpret(Record<byte[], byte[]> letter, LetterReceived received) {
    switch (metrics.timed(() -> interpreter.interpret(received))) {
      case LetterInterpreter.Rejected rejected -> reject(letter, rejected.reason());
      case LetterInterpreter.Interpreted interpreted ->
          updateCase(letter, interpreted.determination());
    }
  }

  private void updateCase(Record<byte[], byte[]> letter, Determination determination) {
    CaseHistory history = cases.history(determination);
    switch (CaseUpdate.of(determination, history, delivery(letter), events)) {
      case CaseUpdate.Unchanged unchanged -> {
        if (unchanged.isUncountedCopy()) {
          cases.addLetterId(determination);
        }
        count(letter, Outcome.DUPLICATE, PublishedCounts.NONE);
      }
      case CaseUpdate.Rejected rejected -> reject(letter, rejected.reason());
      case CaseUpdate.Revision revision -> {
        revision.records().forEach(event -> publish(letter, event));
        cases.update(determination.getCaseKey(), history, revision.state());
        metrics.warnings(WarningCodes.of(determination));
        count(letter, Outcome.DETERMINATION, revision.published());
      }
    }
  }

  private static DeadLetterReason notPublished(DeadLetterReason.Code code) {
    return new DeadLetterReason(
        code, EnrichTopology.STAGE, "", "the broker rejected an event of this letter");
  }

  private void publish(Record<byte[], byte[]> letter, DeterminationRecordFactory.Event event) {
    context.forward(
        new Record<>(
            event.key().getBytes(UTF_8), event.value(), letter.timestamp(), event.headers()),
        event.topic().topicName());
  }

  private void reject(Record<byte[], byte[]> letter, DeadLetterReason reason) {
    deadLetters.forward(letter, reason);
    metrics.deadLetter(reason.code());
    count(letter, Outcome.DEAD_LETTER, PublishedCounts.NONE);
  }

  private LetterDelivery delivery(Record<byte[], byte[]> letter) {
    return LetterDelivery.of(
        letter.headers(), ledger.get().offsets().contains(deadLetters.position().offset()));
  }

  private void count(Record<byte[], byte[]> letter, Outcome outcome, PublishedCounts published) {
    metrics.outcome(outcome);
    long offset = deadLetters.position().offset();
    OutcomeLedger before = ledger.get();
    ledger.put(
        delivery(letter).isRedelivery()
            ? before.withRedelivery(offset, outcome, published)
            : before.withLetter(offset, outcome, published));
  }
}
