package org.openimr.ingest.topology;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.extract.model.ExtractionResult;
import org.openimr.runtime.streams.DeadLetterForwarder;
import org.openimr.runtime.streams.LedgerRow;
import org.openimr.runtime.streams.LowLatencyCommit;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.event.Sha256;
import org.openimr.schemas.ledger.IntakeLedger;
import org.openimr.schemas.ledger.RedeliveryMarker;
import org.openimr.schemas.topic.Topic;

/**
 * Extracts the text of a raw letter and forwards it as an event. A letter without text is forwarded
 * unchanged as a dead letter.
 */
final class TextExtractionProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  static final String STAGE = "ingest";

  private static final byte[] EMPTY_LETTER = {};
  private static final DeadLetterReason TOO_LARGE =
      new DeadLetterReason(
          DeadLetterReason.Code.TOO_LARGE,
          STAGE,
          "event",
          "the letter's event exceeds the broker's record size limit");

  private final TextExtractor extractor;
  private final LetterRecordFactory records;
  private final IngestMetrics metrics;
  private final RejectedRecords rejectedRecords;
  private ProcessorContext<byte[], byte[]> context;
  private LowLatencyCommit commit;
  private DeadLetterForwarder deadLetters;
  private LedgerRow<IntakeLedger> ledger;

  TextExtractionProcessor(
      TextExtractor extractor,
      LetterRecordFactory records,
      IngestMetrics metrics,
      RejectedRecords rejectedRecords) {
    this.extractor = extractor;
    this.records = records;
    this.metrics = metrics;
    this.rejectedRecords = rejectedRecords;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.commit = new LowLatencyCommit(context);
    this.deadLetters = new DeadLetterForwarder(context, rejectedRecords);
    this.ledger = new LedgerRow<>(context, IntakeLedger.STORE, IntakeLedger.EMPTY);
  }

  @Override
  public void process(Record<byte[], byte[]> raw) {
    try {
      extract(raw);
    } catch (RuntimeException e) {
      if (UnprocessableRecordHandler.isOutage(e)) {
        throw e;
      }
      // handled here because Streams' exception handler can't update the ledger
      reject(raw, UnprocessableRecordHandler.reason(DeadLetterReason.Code.INTERNAL, e));
    }
    commit.recordProcessed(raw.timestamp());
  }

  private void extract(Record<byte[], byte[]> raw) {
    byte[] letter = raw.value() == null ? EMPTY_LETTER : raw.value();
    String letterId = Sha256.hex(letter);
    ExtractionResult result = metrics.timed(() -> extractor.extract(letter, letterId));
    switch (result) {
      case ExtractedText text -> publish(raw, letterId, text);
      case ExtractionFailure failure -> reject(raw, reason(failure));
    }
  }

  private void publish(Record<byte[], byte[]> raw, String letterId, ExtractedText text) {
    deadLetters
        .rejectionOf(letterId)
        .ifPresentOrElse(
            code -> reject(raw, notPublished(code)), () -> publishEvent(raw, letterId, text));
  }

  private void publishEvent(Record<byte[], byte[]> raw, String letterId, ExtractedText text) {
    Record<byte[], byte[]> event = records.create(raw, deadLetters.position(), letterId, text);
    if (records.isTooLarge(event)) {
      reject(raw, TOO_LARGE);
      return;
    }
    metrics.extracted(text.method());
    if (ledger.get().offsets().contains(offset())) {
      RedeliveryMarker.mark(event.headers(), "reset");
    }
    context.forward(event, Topic.LETTERS.topicName());
    count(IntakeLedger.Outcome.FORWARDED);
  }

  private void reject(Record<byte[], byte[]> raw, DeadLetterReason reason) {
    metrics.rejected(reason.code());
    deadLetters.forward(raw, reason);
    count(IntakeLedger.Outcome.DEAD_LETTER);
  }

  private void count(IntakeLedger.Outcome outcome) {
    ledger.put(ledger.get().withLetter(offset(), outcome));
  }

  private long offset() {
    return deadLetters.position().offset();
  }

  private static DeadLetterReason notPublished(DeadLetterReason.Code code) {
    return new DeadLetterReason(code, STAGE, "event", "the broker rejected the letter's event");
  }

  private static DeadLetterReason reason(ExtractionFailure failure) {
    return new DeadLetterReason(code(failure.code()), STAGE, failure.field(), failure.message());
  }

  private static DeadLetterReason.Code code(ExtractionFailure.Code code) {
    return switch (code) {
      case UNSUPPORTED_TYPE -> DeadLetterReason.Code.UNSUPPORTED_TYPE;
      case UNDECODABLE -> DeadLetterReason.Code.UNDECODABLE;
      case NOT_A_LETTER -> DeadLetterReason.Code.NOT_A_LETTER;
      case PDF_UNREADABLE -> DeadLetterReason.Code.PDF_UNREADABLE;
      case PDF_WITHOUT_TEXT -> DeadLetterReason.Code.PDF_WITHOUT_TEXT;
      case TOO_LARGE -> DeadLetterReason.Code.TOO_LARGE;
      case TOO_SLOW -> DeadLetterReason.Code.TOO_SLOW;
    };
  }
}
