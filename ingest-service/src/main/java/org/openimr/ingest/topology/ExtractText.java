package org.openimr.ingest.topology;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.openimr.ingest.extract.Extracted;
import org.openimr.ingest.extract.Extraction;
import org.openimr.ingest.extract.Refused;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.schemas.DeadLetter;
import org.openimr.schemas.Refusals;
import org.openimr.schemas.Sha256;
import org.openimr.schemas.ledger.IntakeLedger;
import org.openimr.schemas.ledger.LetterAgain;
import org.openimr.service.PromptCommit;
import org.openimr.service.RefusedRecords;

/** One raw letter: its text goes on as an event, or itself, byte for byte, as a dead letter. */
final class ExtractText implements Processor<byte[], byte[], byte[], byte[]> {
  static final String STAGE = "ingest";

  private static final byte[] NOTHING = {};
  private static final DeadLetter TOO_LARGE =
      new DeadLetter(
          DeadLetter.Code.TOO_LARGE, STAGE, "event", "its event is more than the broker takes");

  private final TextExtractor extractor;
  private final LetterEvents letterEvents;
  private final IngestMetrics metrics;
  private final Refusals refusals;
  private ProcessorContext<byte[], byte[]> context;
  private PromptCommit commit;
  private KeyValueStore<Integer, IntakeLedger> ledger;

  ExtractText(
      TextExtractor extractor,
      LetterEvents letterEvents,
      IngestMetrics metrics,
      Refusals refusals) {
    this.extractor = extractor;
    this.letterEvents = letterEvents;
    this.metrics = metrics;
    this.refusals = refusals;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.commit = new PromptCommit(context);
    this.ledger = context.getStateStore(IntakeLedger.STORE);
  }

  @Override
  public void process(Record<byte[], byte[]> raw) {
    try {
      take(raw);
    } catch (RuntimeException e) {
      if (FailedRecords.isOutage(e)) {
        throw e;
      }
      // here, not by Streams' handler, for only here it is counted
      bury(raw, FailedRecords.reason(DeadLetter.Code.INTERNAL, e));
    }
    commit.processed(raw.timestamp());
  }

  private void take(Record<byte[], byte[]> raw) {
    byte[] letter = raw.value() == null ? NOTHING : raw.value();
    Extraction extraction = metrics.timed(() -> extractor.extract(letter));
    switch (extraction) {
      case Extracted extracted -> publish(raw, letter, extracted);
      case Refused refused -> bury(raw, deadLetter(refused));
    }
  }

  private void publish(Record<byte[], byte[]> raw, byte[] letter, Extracted extracted) {
    Optional<DeadLetter.Code> refused = refusals.ofLetter(Sha256.hex(letter), position());
    if (refused.isPresent()) {
      bury(raw, new DeadLetter(refused.get(), STAGE, "event", "the broker refused its event"));
      return;
    }
    Record<byte[], byte[]> event = letterEvents.of(raw, position(), letter, extracted);
    if (letterEvents.isTooLarge(event)) {
      bury(raw, TOO_LARGE);
      return;
    }
    metrics.extracted(extracted.method());
    if (row().positions().counted(position().offset())) {
      LetterAgain.mark(event.headers(), "reset");
    }
    context.forward(event, IngestTopology.LETTERS);
    count(IntakeLedger.Outcome.PASSED_ON);
  }

  private void bury(Record<byte[], byte[]> raw, DeadLetter why) {
    metrics.refused(why.code());
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    Record<byte[], byte[]> dead = RefusedRecords.deadLetter(raw, why, position(), now, refusals);
    context.forward(RefusedRecords.head(dead), IngestTopology.DEAD_LETTER_HEADS);
    context.forward(dead, IngestTopology.DEAD_LETTERS);
    count(IntakeLedger.Outcome.DEAD_LETTER);
  }

  private void count(IntakeLedger.Outcome outcome) {
    ledger.put(context.taskId().partition(), row().with(position().offset(), outcome));
  }

  private IntakeLedger row() {
    IntakeLedger row = ledger.get(context.taskId().partition());
    return row == null ? IntakeLedger.EMPTY : row;
  }

  private DeadLetter.Position position() {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    return new DeadLetter.Position(at.topic(), at.partition(), at.offset());
  }

  private static DeadLetter deadLetter(Refused refused) {
    DeadLetter.Code code = DeadLetter.Code.valueOf(refused.code().name());
    return new DeadLetter(code, STAGE, refused.field(), refused.message());
  }
}
