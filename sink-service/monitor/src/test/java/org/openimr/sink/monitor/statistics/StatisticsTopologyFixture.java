package org.openimr.sink.monitor.statistics;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.openimr.event.Determination;
import org.openimr.event.OutcomeStatistics;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.monitor.store.StatisticsStores;
import org.openimr.sink.monitor.store.StatisticsView;

/** Runs the topology without a broker, with the in-memory registry of the registry client. */
public final class StatisticsTopologyFixture implements AutoCloseable {
  private static final Map<String, String> REGISTRY =
      Map.of("schema.registry.url", "mock://statistics");

  private final EventSerdes serdes = EventSerdes.of(REGISTRY);
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, byte[]> determinations;
  private final TestInputTopic<String, byte[]> deadLetters;
  private final TestInputTopic<String, byte[]> settled;
  private final Map<String, OutcomeStatistics> published = new HashMap<>();
  private Instant time = Instant.parse("2026-11-01T10:00:00Z");

  public StatisticsTopologyFixture(Path state) throws Exception {
    SchemaRegistrar.register(REGISTRY);
    Properties settings = new Properties();
    settings.put("application.id", "test");
    settings.put("state.dir", state.toString());
    driver = new TopologyTestDriver(StatisticsTopology.of(REGISTRY), settings);
    determinations = input(Topic.DETERMINATIONS);
    deadLetters = input(Topic.DEAD_LETTER_HEADS);
    settled = input(Topic.DEAD_LETTERS_SETTLED);
  }

  /** Publishes a determination. */
  public void publish(Determination determination) {
    byte[] value =
        serdes
            .<Determination>serializer()
            .serialize(Topic.DETERMINATIONS.topicName(), determination);
    time = time.plusSeconds(1);
    determinations.pipeInput(determination.getCaseKey(), value, time);
  }

  /** Publishes an arbitrary value; the key may be null. */
  public void publish(String key, byte[] value) {
    determinations.pipeInput(key, value, time);
  }

  /** Publishes the tombstone of a case. */
  public void remove(String caseKey) {
    determinations.pipeInput(caseKey, null, time);
  }

  /** Publishes the settlement of a dead letter. */
  public void settle(String position, DeadLetterReason.Code code) {
    settled.pipeInput(
        position,
        "{\"kind\":\"DISCARDED\",\"code\":\"%s\"}"
            .formatted(code)
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Publishes a dead letter. */
  public void deadLetter(DeadLetterReason reason) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("source-name", "synthetic.pdf".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    time = time.plusSeconds(1);
    reason.addTo(headers, new DeadLetterReason.Position("imr.letters.raw.v1", 3, 42), time);
    deadLetters.pipeInput(new TestRecord<>("any", new byte[] {1, 2}, headers, time));
  }

  /** The current contents of the compacted statistics topic. */
  public Map<String, OutcomeStatistics> statistics() {
    changes()
        .forEach(
            change -> {
              if (change.value() == null) {
                published.remove(change.key());
              } else {
                published.put(
                    change.key(),
                    serdes
                        .<OutcomeStatistics>deserializer()
                        .deserialize(Topic.OUTCOME_STATISTICS.topicName(), change.value()));
              }
            });
    return published;
  }

  /** Records published to the statistics topic since the last call. */
  List<TestRecord<String, byte[]>> changes() {
    return driver
        .createOutputTopic(
            Topic.OUTCOME_STATISTICS.topicName(),
            new StringDeserializer(),
            new ByteArrayDeserializer())
        .readRecordsToList();
  }

  /** A view of the stores. */
  public StatisticsView view() {
    return new StatisticsView(
        StatisticsStores.singleInstance(
            new StatisticsStores.StoreProvider() {
              @Override
              public <V> StatisticsStores.HeldStore<V> named(String name) {
                return new StatisticsStores.HeldStore<>(driver.getKeyValueStore(name), false);
              }
            }),
        serdes);
  }

  @Override
  public void close() {
    driver.close();
  }

  private TestInputTopic<String, byte[]> input(Topic topic) {
    return driver.createInputTopic(
        topic.topicName(), new StringSerializer(), new ByteArraySerializer());
  }
}
