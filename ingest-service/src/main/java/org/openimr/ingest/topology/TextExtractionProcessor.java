package org.openimr.ingest.topology;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.extract.model.ExtractionResult;
import org.openimr.runtime.streams.LowLatencyCommit;
import org.openimr.runtime.streams.RejectedRecordHandler;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.event.Sha256;
import org.openimr.schemas.ledger.IntakeLedger;
import org.openimr.schemas.ledger.RedeliveryMarker;

/** One raw letter: its text goes on as an event, or itself, byte for byte, as a dead letter. */
final class TextExtractionProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  static final String STAGE = "ingest";

  private static final byte[] NOTHING = {};
  private static final DeadLetterReason TOO_LARGE =
      new DeadLetterReason(
          DeadLetterReason.Code.TOO_LARGE,
          STAGE,
          "event",
          "its event is more than the broker takes");

  private final TextExtractor extractor;
  private final LetterRecordFactory letterEvents;
  private final IngestMetrics metrics;
  private final RejectedRecords refusals;
  private ProcessorContext<byte[], byte[]> context;
  private LowLatencyCommit commit;
  private KeyValueStore<Integer, IntakeLedger> ledger;

  TextExtractionProcessor(
      TextExtractor extractor,
      LetterRecordFactory letterEvents,
      IngestMetrics metrics,
      RejectedRecords refusals) {
    this.extractor = extractor;
    this.letterEvents = letterEvents;
    this.metrics = metrics;
    this.refusals = refusals;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.commit = new LowLatencyCommit(context);
    this.ledger = context.getStateStore(IntakeLedger.STORE);
  }

  @Override
  public void process(Record<byte[], byte[]> raw) {
    try {
      extract(raw);
    } catch (RuntimeException e) {
      if (UnprocessableRecordHandler.isOutage(e)) {
        throw e;
      }
      // here, not by Streams' handler, for only here it is counted
      forwardDeadLetter(raw, UnprocessableRecordHandler.reason(DeadLetterReason.Code.INTERNAL, e));
    }
    commit.recordProcessed(raw.timestamp());
  }

  private void extract(Record<byte[], byte[]> raw) {
    byte[] letter = raw.value() == null ? NOTHING : raw.value();
    ExtractionResult extraction = metrics.timed(() -> extractor.extract(letter));
    switch (extraction) {
      case ExtractedText extracted -> publish(raw, letter, extracted);
      case ExtractionFailure refused -> forwardDeadLetter(raw, deadLetter(refused));
    }
  }

  private void publish(Record<byte[], byte[]> raw, byte[] letter, ExtractedText extracted) {
    Optional<DeadLetterReason.Code> refused =
        refusals.reasonForLetter(Sha256.hex(letter), position());
    if (refused.isPresent()) {
      forwardDeadLetter(
          raw, new DeadLetterReason(refused.get(), STAGE, "event", "the broker refused its event"));
      return;
    }
    Record<byte[], byte[]> event = letterEvents.create(raw, position(), letter, extracted);
    if (letterEvents.isTooLarge(event)) {
      forwardDeadLetter(raw, TOO_LARGE);
      return;
    }
    metrics.extracted(extracted.method());
    if (ledgerRow().offsets().contains(position().offset())) {
      RedeliveryMarker.mark(event.headers(), "reset");
    }
    context.forward(event, IngestTopology.LETTERS);
    count(IntakeLedger.Outcome.FORWARDED);
  }

  private void forwardDeadLetter(Record<byte[], byte[]> raw, DeadLetterReason why) {
    metrics.rejected(why.code());
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    Record<byte[], byte[]> dead =
        RejectedRecordHandler.deadLetter(raw, why, position(), now, refusals);
    context.forward(RejectedRecordHandler.headRecord(dead), IngestTopology.DEAD_LETTER_HEADS);
    context.forward(dead, IngestTopology.DEAD_LETTERS);
    count(IntakeLedger.Outcome.DEAD_LETTER);
  }

  private void count(IntakeLedger.Outcome outcome) {
    ledger.put(context.taskId().partition(), ledgerRow().withLetter(position().offset(), outcome));
  }

  private IntakeLedger ledgerRow() {
    IntakeLedger row = ledger.get(context.taskId().partition());
    return row == null ? IntakeLedger.EMPTY : row;
  }

  private DeadLetterReason.Position position() {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    return new DeadLetterReason.Position(at.topic(), at.partition(), at.offset());
  }

  private static DeadLetterReason deadLetter(ExtractionFailure refused) {
    DeadLetterReason.Code code = DeadLetterReason.Code.valueOf(refused.code().name());
    return new DeadLetterReason(code, STAGE, refused.field(), refused.message());
  }
}
