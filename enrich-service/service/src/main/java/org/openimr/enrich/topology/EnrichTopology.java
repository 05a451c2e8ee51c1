package org.openimr.enrich.topology;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.Stores;
import org.openimr.runtime.streams.DeadLetterForwarder;
import org.openimr.runtime.streams.LenientTimestampExtractor;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.ledger.OutcomeLedger;
import org.openimr.schemas.topic.Topic;

/** The topology that turns letters into the four kinds of events, or into dead letters. */
public final class EnrichTopology {
  /** Name of the store of the published state of each case. */
  public static final String CASES = "cases";

  /** Name of the store of the ids of letters that are not the current one of their case. */
  static final String LETTER_IDS = "letter-ids";

  /** Name of the global store of guideline events. */
  static final String GUIDELINES = "guidelines";

  static final String STAGE = "enrich";
  private static final String SOURCE = "letters";
  private static final String PROCESSOR = "read-letter";
  private static final List<Topic> EVENT_TOPICS =
      List.of(
          Topic.CASE_HEADERS, Topic.CLINICAL_SUMMARIES, Topic.ITEM_DECISIONS, Topic.DETERMINATIONS);

  private EnrichTopology() {}

  /**
   * Builds the topology.
   *
   * @param registry settings of the registry client
   * @param interpreter interprets letters; shared by all tasks
   * @param rejectedRecords the records that the broker rejected in the same Streams application
   * @param metrics counts the letters by result
   * @param tracing creates a span for the interpretation of each letter
   */
  public static Topology of(
      Map<String, ?> registry,
      LetterInterpreter interpreter,
      RejectedRecords rejectedRecords,
      EnrichMetrics metrics,
      Tracing tracing) {
    EventSerdes serdes = EventSerdes.of(registry);
    ByteArraySerializer bytes = new ByteArraySerializer();
    Topology topology = new Topology();
    topology.addSource(
        AutoOffsetReset.earliest(),
        SOURCE,
        new LenientTimestampExtractor(),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        Topic.LETTERS.topicName());
    topology.addProcessor(
        PROCESSOR,
        tracing.wrap(
            "read letter",
            () ->
                new LetterProcessor(
                    new LetterDecoder(serdes),
                    interpreter,
                    new DeterminationRecordFactory(serdes),
                    rejectedRecords,
                    metrics)),
        SOURCE);
    addStores(topology);
    addGuidelines(topology, serdes, interpreter);
    for (Topic topic : EVENT_TOPICS) {
      topology.addSink(topic.topicName(), topic.topicName(), bytes, bytes, BY_CASE, PROCESSOR);
    }
    DeadLetterForwarder.addSinks(topology, PROCESSOR);
    return topology;
  }

  private static void addGuidelines(
      Topology topology, EventSerdes serdes, LetterInterpreter interpreter) {
    topology.addGlobalStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(GUIDELINES), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled(),
        GUIDELINES,
        new StringDeserializer(),
        new ByteArrayDeserializer(),
        Topic.GUIDELINES.topicName(),
        "load-guidelines",
        () -> new GuidelinesProcessor(serdes, interpreter));
  }

  /**
   * The stores of cases and letter ids have no cache, because a case rarely occurs twice in a
   * transaction and Streams keeps the whole letter with each cached state.
   */
  private static void addStores(Topology topology) {
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(CASES), Serdes.String(), CaseState.serde())
            .withCachingDisabled(),
        PROCESSOR);
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(LETTER_IDS), Serdes.String(), Serdes.ByteArray())
            .withCachingDisabled(),
        PROCESSOR);
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(OutcomeLedger.STORE),
                Serdes.Integer(),
                OutcomeLedger.serde())
            .withCachingEnabled(),
        PROCESSOR);
  }

  /**
   * Partitions records by their case, so that an item is in the partition of its case. Hashes the
   * key up to {@code #} as Kafka's default partitioner would.
   */
  public static final StreamPartitioner<byte[], byte[]> BY_CASE =
      (topic, key, value, partitions) ->
          Optional.of(Set.of(Utils.toPositive(Utils.murmur2(caseKey(key))) % partitions));

  private static byte[] caseKey(byte[] key) {
    for (int i = 0; i < key.length; i++) {
      if (key[i] == '#') {
        return Arrays.copyOf(key, i);
      }
    }
    return key;
  }
}
