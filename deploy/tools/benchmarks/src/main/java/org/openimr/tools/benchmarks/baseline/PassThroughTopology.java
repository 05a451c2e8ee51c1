package org.openimr.tools.benchmarks.baseline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.openimr.enrich.EnrichService;
import org.openimr.enrich.topology.EnrichTopology;
import org.openimr.runtime.kafka.CommittedTopicScanner;
import org.openimr.runtime.kafka.TopicScanOptions;
import org.openimr.runtime.streams.LowLatencyCommit;
import org.openimr.runtime.streams.StreamsDefaults;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.tools.benchmarks.cluster.LettersTopicLoader;

/**
 * The yardstick: a topology that reads the same letters and, for each, writes the records that
 * enrich published for another letter of the same partition, ready made. Same guarantee, same
 * threads, same partitions written to, no work and no store.
 */
public final class PassThroughTopology {
  static final Setting GROUP =
      Setting.of("enrich.application.id", "imr-identity", "consumer group");
  static final Setting STATE = Setting.of("enrich.state.dir", "", "folder for local state");
  static final Setting THREADS = Setting.of("enrich.threads", "2", "stream threads");
  private static final int SAMPLE = 200;
  private static final String READ = "letters";
  private static final String WRITE = "ready-made";

  private PassThroughTopology() {}

  /** A record to be written. */
  private record ReadyMade(String topic, byte[] key, byte[] value, Headers headers) {}

  /** Runs until the process is told to stop. */
  public static void main(String[] arguments) {
    Settings settings =
        Settings.of(
            List.of(GROUP, STATE, THREADS, EnrichService.HTTP_PORT),
            Settings.readEnvironment(System.getenv()));
    Properties streams =
        StreamsDefaults.of(
            settings, settings.text(GROUP), settings.text(STATE), settings.number(THREADS));
    streams.putIfAbsent("commit.interval.ms", "1000");
    KafkaStreams app = new KafkaStreams(topology(samples(settings)), streams);
    Runtime.getRuntime().addShutdownHook(new Thread(app::close, "stop"));
    app.start();
  }

  private static Topology topology(Map<Integer, List<List<ReadyMade>>> samples) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    Topology topology = new Topology();
    topology.addSource(
        READ, new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topic.LETTERS.topicName());
    topology.addProcessor(WRITE, () -> new Writing(samples), READ);
    for (Topic topic : LettersTopicLoader.events()) {
      topology.addSink(
          topic.topicName(), topic.topicName(), bytes, bytes, EnrichTopology.BY_CASE, WRITE);
    }
    return topology;
  }

  private static final class Writing implements Processor<byte[], byte[], byte[], byte[]> {
    private final Map<Integer, List<List<ReadyMade>>> samples;
    private ProcessorContext<byte[], byte[]> context;
    private List<List<ReadyMade>> sample;
    private LowLatencyCommit commit;
    private int next;

    Writing(Map<Integer, List<List<ReadyMade>>> samples) {
      this.samples = samples;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
      this.context = context;
      this.commit = new LowLatencyCommit(context);
      this.sample = samples.get(context.taskId().partition());
    }

    @Override
    public void process(Record<byte[], byte[]> letter) {
      for (ReadyMade made : sample.get(next)) {
        context.forward(
            new Record<>(
                made.key(), made.value(), letter.timestamp(), new RecordHeaders(made.headers())),
            made.topic());
      }
      next = (next + 1) % sample.size();
      commit.recordProcessed(letter.timestamp());
    }
  }

  /** Events of the first cases of each partition: that of each topic, for cases stay together. */
  private static Map<Integer, List<List<ReadyMade>>> samples(Settings settings) {
    Map<Integer, List<List<ReadyMade>>> samples = new HashMap<>();
    AtomicInteger seen = new AtomicInteger();
    try (CommittedTopicScanner scanner =
        new CommittedTopicScanner(
            settings.kafka(),
            TopicScanOptions.COMMITTED.withStop(() -> seen.get() >= SAMPLE * 4))) {
      for (TopicPartition letters : scanner.partitions(Topic.LETTERS.topicName())) {
        Map<String, List<ReadyMade>> byCase = new HashMap<>();
        for (Topic topic : LettersTopicLoader.events()) {
          seen.set(0);
          scanner.scan(
              List.of(new TopicPartition(topic.topicName(), letters.partition())),
              record -> {
                seen.incrementAndGet();
                add(record, topic == Topic.CASE_HEADERS, byCase);
              });
        }
        samples.put(letters.partition(), whole(byCase));
      }
    }
    return samples;
  }

  private static List<List<ReadyMade>> whole(Map<String, List<ReadyMade>> byCase) {
    List<List<ReadyMade>> whole =
        byCase.values().stream().filter(PassThroughTopology::isWhole).map(List::copyOf).toList();
    if (whole.isEmpty()) {
      throw new IllegalStateException("no events to take a sample of: run enrich first");
    }
    return whole;
  }

  private static boolean isWhole(List<ReadyMade> events) {
    return events.size() > 2
        && events.getFirst().topic().equals(Topic.CASE_HEADERS.topicName())
        && events.getLast().topic().equals(Topic.DETERMINATIONS.topicName());
  }

  private static void add(
      ConsumerRecord<byte[], byte[]> record,
      boolean mayAddCase,
      Map<String, List<ReadyMade>> byCase) {
    String caseKey = new String(record.key(), UTF_8).split("#", 2)[0];
    if (mayAddCase && byCase.size() < SAMPLE) {
      byCase.putIfAbsent(caseKey, new ArrayList<>());
    }
    if (byCase.containsKey(caseKey)) {
      byCase
          .get(caseKey)
          .add(new ReadyMade(record.topic(), record.key(), record.value(), record.headers()));
    }
  }
}
