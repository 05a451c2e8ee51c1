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
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.ledger.OutcomeLedger;
import org.openimr.schemas.topic.Topic;

/** The topology of the enrich service: letters in, four kinds of events and dead letters out. */
public final class EnrichTopology {
  /** Store of what was published for each case. */
  public static final String CASES = "cases";

  /** Global store of the guidelines' events. */
  static final String GUIDELINES = "guidelines";

  static final String STAGE = "enrich";
  private static final String SOURCE = "letters";
  private static final String READ = "read-letter";
  private static final List<Topic> EVENT_TOPICS =
      List.of(
          Topic.CASE_HEADERS, Topic.CLINICAL_SUMMARIES, Topic.ITEM_DECISIONS, Topic.DETERMINATIONS);

  private static final List<Topic> DEAD_LETTER_TOPICS =
      List.of(Topic.DEAD_LETTERS, Topic.DEAD_LETTER_HEADS);

  private EnrichTopology() {}

  /**
   * The topology.
   *
   * @param registry settings of the registry client
   * @param maker reads letters; shared by all tasks
   * @param refusals what the broker refused, by the handler of the same Streams app
   * @param metrics counts what became of the letters
   * @param tracing makes a span of each letter's reading
   */
  public static Topology of(
      Map<String, ?> registry,
      LetterInterpreter maker,
      RejectedRecords refusals,
      EnrichMetrics metrics,
      Tracing tracing) {
    EventSerdes serdes = EventSerdes.of(registry);
    ByteArraySerializer bytes = new ByteArraySerializer();
    Topology topology = new Topology();
    topology.addSource(
        AutoOffsetReset.earliest(),
        SOURCE,
        new EnrichTimestampExtractor(),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        Topic.LETTERS.topicName());
    topology.addProcessor(
        READ,
        tracing.wrap(
            "read letter",
            () ->
                new LetterProcessor(
                    new LetterDecoder(serdes),
                    maker,
                    new DeterminationRecordFactory(serdes),
                    refusals,
                    metrics)),
        SOURCE);
    addStores(topology);
    addGuidelines(topology, serdes, maker);
    for (Topic topic : EVENT_TOPICS) {
      topology.addSink(topic.topicName(), topic.topicName(), bytes, bytes, BY_CASE, READ);
    }
    for (Topic topic : DEAD_LETTER_TOPICS) {
      topology.addSink(topic.topicName(), topic.topicName(), bytes, bytes, READ);
    }
    return topology;
  }

  private static void addGuidelines(
      Topology topology, EventSerdes serdes, LetterInterpreter maker) {
    topology.addGlobalStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(GUIDELINES), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled(),
        GUIDELINES,
        new StringDeserializer(),
        new ByteArrayDeserializer(),
        Topic.GUIDELINES.topicName(),
        "take-guidelines",
        () -> new GuidelinesProcessor(serdes, maker));
  }

  /**
   * Cases are not cached: few come twice in a transaction, and Streams keeps the whole letter
   * beside each state that it caches.
   */
  private static void addStores(Topology topology) {
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(CASES), Serdes.String(), CaseState.serde())
            .withCachingDisabled(),
        READ);
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(OutcomeLedger.STORE),
                Serdes.Integer(),
                OutcomeLedger.serde())
            .withCachingEnabled(),
        READ);
  }

  /** Puts an item where its case is: the key up to {@code #} decides, by Kafka's own hash. */
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
