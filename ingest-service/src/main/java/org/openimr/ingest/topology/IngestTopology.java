package org.openimr.ingest.topology;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.openimr.event.LetterReceived;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.runtime.streams.LenientTimestampExtractor;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.ledger.IntakeLedger;
import org.openimr.schemas.topic.Topic;

/** Raw letters to letters with their text; what has none goes to the dead letters. */
public final class IngestTopology {
  static final String RAW_LETTERS = "raw-letters";
  static final String EXTRACT_TEXT = "extract-text";
  static final String LETTERS = "letters";
  static final String DEAD_LETTERS = "dead-letters";
  static final String DEAD_LETTER_HEADS = "dead-letter-heads";

  private IngestTopology() {}

  /**
   * Wires it.
   *
   * @param extractor gets the texts; stays open when the topology ends
   * @param events writes letters in the wire format; throws what its registry does
   * @param maxEventBytes largest event that the broker takes
   * @param metrics counts what became of the letters
   * @param refusals what the broker refused, by the handler of the same Streams app
   * @param tracing makes a span of each letter's extraction
   */
  public static Topology of(
      TextExtractor extractor,
      Serializer<LetterReceived> events,
      int maxEventBytes,
      IngestMetrics metrics,
      RejectedRecords refusals,
      Tracing tracing) {
    Deserializer<byte[]> in = new ByteArrayDeserializer();
    Serializer<byte[]> out = new ByteArraySerializer();
    LetterRecordFactory letterEvents = new LetterRecordFactory(events, maxEventBytes);
    return new Topology()
        .addSource(
            AutoOffsetReset.earliest(),
            RAW_LETTERS,
            new LenientTimestampExtractor(),
            in,
            in,
            Topic.LETTERS_RAW.topicName())
        .addProcessor(
            EXTRACT_TEXT,
            tracing.wrap(
                "extract text",
                () -> new TextExtractionProcessor(extractor, letterEvents, metrics, refusals)),
            RAW_LETTERS)
        .addStateStore(
            Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(IntakeLedger.STORE),
                    Serdes.Integer(),
                    IntakeLedger.serde())
                .withCachingEnabled(),
            EXTRACT_TEXT)
        .addSink(LETTERS, Topic.LETTERS.topicName(), out, out, EXTRACT_TEXT)
        .addSink(DEAD_LETTERS, Topic.DEAD_LETTERS.topicName(), out, out, EXTRACT_TEXT)
        .addSink(DEAD_LETTER_HEADS, Topic.DEAD_LETTER_HEADS.topicName(), out, out, EXTRACT_TEXT);
  }
}
