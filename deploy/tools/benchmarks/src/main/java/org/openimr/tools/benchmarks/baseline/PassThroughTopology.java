package org.openimr.tools.benchmarks.baseline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.tools.benchmarks.cluster.LettersTopicLoader;

/**
 * The baseline of a replay: reads the same letters and writes, for each, the records that enrich
 * published for another letter of the same partition. Guarantees, threads and partitions are those
 * of enrich; parsing and state are left out.
 */
public final class PassThroughTopology {
  private static final int SAMPLE = 200;
  private static final String READ = "letters";
  private static final String WRITE = "pass-through";

  private PassThroughTopology() {}

  /** A record that enrich published. */
  @SuppressWarnings("ArrayRecordComponent") // never compared or hashed
  private record PublishedRecord(String topic, byte[] key, byte[] value, Headers headers) {}

  /** Runs until the process is stopped. */
  public static void main(String[] arguments) {
    Settings settings =
        Settings.of(
            List.of(
                EnrichService.APPLICATION_ID,
                EnrichService.STATE_DIRECTORY,
                EnrichService.THREADS,
                EnrichService.HTTP_PORT),
            Settings.readEnvironment(System.getenv()));
    Properties streams =
        StreamsDefaults.of(
            settings,
            settings.text(EnrichService.APPLICATION_ID),
            settings.text(EnrichService.STATE_DIRECTORY),
            settings.number(EnrichService.THREADS));
    streams.putIfAbsent("commit.interval.ms", "1000");
    KafkaStreams app = new KafkaStreams(topology(samples(settings)), streams);
    Runtime.getRuntime().addShutdownHook(new Thread(app::close, "stop"));
    app.start();
  }

  private static Topology topology(Map<Integer, List<List<PublishedRecord>>> samples) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    Topology topology = new Topology();
    topology.addSource(
        READ, new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topic.LETTERS.topicName());
    topology.addProcessor(WRITE, () -> new PassThroughProcessor(samples), READ);
    for (Topic topic : LettersTopicLoader.events()) {
      topology.addSink(
          topic.topicName(), topic.topicName(), bytes, bytes, EnrichTopology.BY_CASE, WRITE);
    }
    return topology;
  }

  private static final class PassThroughProcessor
      implements Processor<byte[], byte[], byte[], byte[]> {
    private final Map<Integer, List<List<PublishedRecord>>> samples;
    private ProcessorContext<byte[], byte[]> context;
    private List<List<PublishedRecord>> sample;
    private LowLatencyCommit commit;
    private int next;

    PassThroughProcessor(Map<Integer, List<List<PublishedRecord>>> samples) {
      this.samples = samples;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
      this.context = context;
      this.commit = new LowLatencyCommit(context);
      this.sample =
          Objects.requireNonNull(
              samples.get(context.taskId().partition()), "every partition has a sample");
    }

    @Override
    public void process(Record<byte[], byte[]> letter) {
      for (PublishedRecord published : sample.get(next)) {
        context.forward(
            new Record<>(
                published.key(),
                published.value(),
                letter.timestamp(),
                new RecordHeaders(published.headers())),
            published.topic());
      }
      next = (next + 1) % sample.size();
      commit.recordProcessed(letter.timestamp());
    }
  }

  /** Events of the first cases of each partition; all topics are partitioned by case. */
  private static Map<Integer, List<List<PublishedRecord>>> samples(Settings settings) {
    Map<Integer, List<List<PublishedRecord>>> samples = new HashMap<>();
    AtomicInteger seen = new AtomicInteger();
    try (CommittedTopicScanner scanner =
        new CommittedTopicScanner(
            settings.kafka(),
            TopicScanOptions.COMMITTED.withStop(() -> seen.get() >= SAMPLE * 4))) {
      for (TopicPartition letters : scanner.partitions(Topic.LETTERS.topicName())) {
        Map<String, List<PublishedRecord>> byCase = new HashMap<>();
        for (Topic topic : LettersTopicLoader.events()) {
          seen.set(0);
          scanner.scan(
              List.of(new TopicPartition(topic.topicName(), letters.partition())),
              record -> {
                seen.incrementAndGet();
                add(record, topic == Topic.CASE_HEADERS, byCase);
              });
        }
        samples.put(letters.partition(), complete(byCase));
      }
    }
    return samples;
  }

  private static List<List<PublishedRecord>> complete(Map<String, List<PublishedRecord>> byCase) {
    List<List<PublishedRecord>> complete =
        byCase.values().stream().filter(PassThroughTopology::isComplete).map(List::copyOf).toList();
    if (complete.isEmpty()) {
      throw new IllegalStateException("there are no events to sample; run enrich first");
    }
    return complete;
  }

  private static boolean isComplete(List<PublishedRecord> events) {
    return events.size() > 2
        && events.getFirst().topic().equals(Topic.CASE_HEADERS.topicName())
        && events.getLast().topic().equals(Topic.DETERMINATIONS.topicName());
  }

  private static void add(
      ConsumerRecord<byte[], byte[]> record,
      boolean mayAddCase,
      Map<String, List<PublishedRecord>> byCase) {
    String caseKey = new String(record.key(), UTF_8).split("#", 2)[0];
    if (mayAddCase && byCase.size() < SAMPLE) {
      byCase.putIfAbsent(caseKey, new ArrayList<>());
    }
    if (byCase.containsKey(caseKey)) {
      byCase
          .get(caseKey)
          .add(new PublishedRecord(record.topic(), record.key(), record.value(), record.headers()));
    }
  }
}
