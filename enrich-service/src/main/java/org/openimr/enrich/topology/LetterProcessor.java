package org.openimr.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.openimr.enrich.Ledger;
import org.openimr.event.Determination;
import org.openimr.schemas.DeadLetter;
import org.openimr.schemas.Topic;

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
  private KeyValueStore<Integer, Ledger> ledger;

  LetterProcessor(LetterDecoding decoding, DeterminationMaker maker, DeterminationEvents events) {
    this.decoding = decoding;
    this.maker = maker;
    this.events = events;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.cases = context.getStateStore(EnrichTopology.CASES);
    this.ledger = context.getStateStore(EnrichTopology.LEDGER);
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
    CaseState before = cases.get(determination.getCaseKey());
    if (before != null && Arrays.equals(before.fingerprint(), fingerprint)) {
      count(new Ledger(0, 1, 0));
      return;
    }
    determination.setRevision(before == null ? 1 : before.revision() + 1);
    List<DeterminationEvents.Event> records =
        events.of(determination, before == null ? 0 : before.items());
    if (records.stream().anyMatch(LetterProcessor::tooLarge)) {
      deadLetter(letter, TOO_LARGE);
      return;
    }
    records.forEach(record -> publish(letter, record));
    cases.put(
        determination.getCaseKey(),
        new CaseState(
            determination.getRevision(), determination.getDecisions().size(), fingerprint));
    count(new Ledger(1, 0, 0));
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
    count(new Ledger(0, 0, 1));
  }

  private void count(Ledger letter) {
    Integer partition = context.taskId().partition();
    Ledger before = ledger.get(partition);
    ledger.put(partition, before == null ? letter : before.plus(letter));
  }
}
