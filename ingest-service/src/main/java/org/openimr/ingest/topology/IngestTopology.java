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
import org.openimr.runtime.streams.DeadLetterForwarder;
import org.openimr.runtime.streams.LenientTimestampExtractor;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.ledger.IntakeLedger;
import org.openimr.schemas.topic.Topic;

/** The topology that extracts the text of raw letters; letters without text are dead letters. */
public final class IngestTopology {
  static final String RAW_LETTERS = "raw-letters";
  static final String EXTRACT_TEXT = "extract-text";

  private IngestTopology() {}

  /**
   * Builds the topology.
   *
   * @param extractor extracts the texts; not closed by the topology
   * @param events serializer of letters; its exceptions tell outages of the registry
   * @param limits limits of the events
   * @param metrics counts the letters by result
   * @param rejectedRecords the records that the broker rejected in the same Streams application
   * @param tracing creates a span for the extraction of each letter
   */
  public static Topology of(
      TextExtractor extractor,
      Serializer<LetterReceived> events,
      LetterLimits limits,
      IngestMetrics metrics,
      RejectedRecords rejectedRecords,
      Tracing tracing) {
    Deserializer<byte[]> in = new ByteArrayDeserializer();
    Serializer<byte[]> out = new ByteArraySerializer();
    LetterRecordFactory records = new LetterRecordFactory(events, limits);
    Topology topology = new Topology();
    topology
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
                () -> new TextExtractionProcessor(extractor, records, metrics, rejectedRecords)),
            RAW_LETTERS)
        .addStateStore(
            Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(IntakeLedger.STORE),
                    Serdes.Integer(),
                    IntakeLedger.serde())
                .withCachingEnabled(),
            EXTRACT_TEXT)
        .addSink(Topic.LETTERS.topicName(), Topic.LETTERS.topicName(), out, out, EXTRACT_TEXT);
    DeadLetterForwarder.addSinks(topology, EXTRACT_TEXT);
    return topology;
  }
}
