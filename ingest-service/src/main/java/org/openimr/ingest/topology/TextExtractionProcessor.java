package org.openimr.ingest.topology;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.openimr.event.LetterReceived;
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
 * Extracts the text of a raw document and forwards each of its letters as an event. A document
 * without text is forwarded unchanged as a dead letter.
 */
final class TextExtractionProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  static final String STAGE = "ingest";

  private static final byte[] EMPTY_DOCUMENT = {};
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
    byte[] document = raw.value() == null ? EMPTY_DOCUMENT : raw.value();
    String documentId = Sha256.hex(document);
    ExtractionResult result = metrics.timed(() -> extractor.extract(document, documentId));
    switch (result) {
      case ExtractedText text -> publish(raw, documentId, text);
      case ExtractionFailure failure -> reject(raw, reason(failure));
    }
  }

  private void publish(Record<byte[], byte[]> raw, String documentId, ExtractedText text) {
    switch (records.letters(raw, documentId, text)) {
      case LetterRecordFactory.TooManyLetters tooMany -> reject(raw, tooMany.reason());
      case LetterRecordFactory.Letters found ->
          brokerRejection(found.letters())
              .ifPresentOrElse(
                  code -> reject(raw, notPublished(code)),
                  () -> publish(raw, found.letters(), text.method()));
    }
  }

  /** Returns the reason why the broker rejected the event of one of the letters. */
  private Optional<DeadLetterReason.Code> brokerRejection(List<LetterReceived> letters) {
    return letters.stream()
        .flatMap(letter -> deadLetters.rejectionOf(letter.getLetterId()).stream())
        .findFirst();
  }

  /** Publishes all letters or none, because a dead letter of this stage is the whole document. */
  private void publish(
      Record<byte[], byte[]> raw, List<LetterReceived> letters, ExtractedText.Method method) {
    List<Record<byte[], byte[]>> events =
        letters.stream()
            .map(letter -> records.record(raw, deadLetters.position(), letter))
            .toList();
    if (events.stream().anyMatch(records::isTooLarge)) {
      reject(raw, TOO_LARGE);
      return;
    }
    boolean isRedelivery = ledger.get().offsets().contains(offset());
    for (Record<byte[], byte[]> event : events) {
      if (isRedelivery) {
        RedeliveryMarker.mark(event.headers(), RedeliveryMarker.RESET);
      }
      metrics.extracted(method);
      context.forward(event, Topic.LETTERS.topicName());
    }
    ledger.put(ledger.get().withForwarded(offset(), events.size()));
  }

  private void reject(Record<byte[], byte[]> raw, DeadLetterReason reason) {
    metrics.rejected(reason.code());
    deadLetters.forward(raw, reason);
    ledger.put(ledger.get().withDeadLetter(offset()));
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
      case GARBLED_TEXT -> DeadLetterReason.Code.GARBLED_TEXT;
      case TOO_LARGE -> DeadLetterReason.Code.TOO_LARGE;
      case TOO_SLOW -> DeadLetterReason.Code.TOO_SLOW;
    };
  }
}
