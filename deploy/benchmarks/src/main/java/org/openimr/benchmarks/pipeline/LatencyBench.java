package org.openimr.benchmarks.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openimr.enrich.EnrichService;
import org.openimr.generate.GeneratorSettings;
import org.openimr.generate.LetterGenerator;
import org.openimr.ingest.IngestService;
import org.openimr.ingest.IngestSettings;
import org.openimr.schemas.CloudEventHeaders;
import org.openimr.schemas.Sha256;
import org.openimr.schemas.Topic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code imr bench latency}. */
@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures the time from a letter's append to the raw topic until its determination can be read"
          + " by a read_committed consumer, through ingest and enrich, exactly once. The yardstick is"
          + " the way of the same bytes through one topic, without any service."
    },
    footer = {"", "Examples:", "  imr bench latency --rate 50 --seconds 600"})
final class LatencyBench implements Callable<Integer> {
  private static final long SEED = 50;
  private static final Duration DRAIN = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final String ECHO = "bench.echo";
  private static final Map<String, String> NO_DELAY = Map.of("linger.ms", "0");

  @Spec private CommandSpec spec;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "50",
      description = "letters a second: ${DEFAULT-VALUE}")
  private int rate;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "how long is measured: ${DEFAULT-VALUE}")
  private int seconds;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      defaultValue = "20",
      description = "seconds before that: ${DEFAULT-VALUE}")
  private int warmup;

  @Option(
      names = "--kafka",
      paramLabel = "KEY=VALUE",
      description = "a setting of Kafka for both services")
  private Map<String, String> kafka = Map.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/bench",
      description = "folder for JSON and plot: ${DEFAULT-VALUE}")
  private Path out;

  private final Progress progress = new Progress(System.err);
  private final Map<String, Long> appended = new ConcurrentHashMap<>();
  private final Map<String, Long> echoed = new ConcurrentHashMap<>();
  private final Map<String, Long> readable = new ConcurrentHashMap<>();
  private volatile boolean sending = true;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (Folders temporary = Folders.temporary();
        Stack stack = Stack.start(temporary.folder(), Topic.LETTERS.partitions())) {
      stack.stampOnAppend(Topic.LETTERS_RAW.topicName());
      stack.createTopic(ECHO);
      stack.service(
          "ingest", IngestService.class, List.of("-Xmx256m", "-XX:+UseParallelGC"), ingest(stack));
      stack.service(
          "enrich", EnrichService.class, List.of("-Xmx512m", "-XX:+UseParallelGC"), enrich(stack));
      List<String> order = run(stack);
      return conclude(order);
    }
  }

  private Map<String, String> ingest(Stack stack) {
    Map<String, String> settings = new TreeMap<>();
    settings.put(IngestSettings.STATE.key(), stack.folder().resolve("ingest").toString());
    settings.put(IngestSettings.HTTP_PORT.key(), "0");
    kafka.forEach((key, value) -> settings.put("kafka." + key, value));
    return settings;
  }

  private Map<String, String> enrich(Stack stack) {
    Map<String, String> settings = new TreeMap<>();
    settings.put(EnrichService.STATE.key(), stack.folder().resolve("enrich").toString());
    settings.put(EnrichService.HTTP_PORT.key(), "0");
    kafka.forEach((key, value) -> settings.put("kafka." + key, value));
    return settings;
  }

  /** Letter ids in the order in which they were sent, those that warm up left out. */
  private List<String> run(Stack stack) throws InterruptedException {
    Thread determinations =
        Thread.ofPlatform()
            .start(() -> read(stack, Topic.DETERMINATIONS.topicName(), readable, true));
    Thread echo = Thread.ofPlatform().start(() -> read(stack, ECHO, echoed, false));
    List<String> order = send(stack);
    long limit = System.nanoTime() + DRAIN.toNanos();
    while (readable.size() < appended.size() && System.nanoTime() < limit) {
      LockSupport.parkNanos(POLL.toNanos());
    }
    sending = false;
    determinations.join();
    echo.join();
    progress.end();
    return order.subList(Math.min(order.size(), warmup * rate), order.size());
  }

  private List<String> send(Stack stack) throws InterruptedException {
    LetterGenerator generator = new LetterGenerator(GeneratorSettings.seeded(SEED));
    List<String> order = new ArrayList<>();
    Map<String, Object> settings = new HashMap<>(stack.settings().kafka());
    settings.putAll(NO_DELAY);
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      long letters = (long) rate * (warmup + seconds);
      long start = System.nanoTime();
      for (long index = 0; index < letters; index++) {
        LockSupport.parkNanos(start + index * 1_000_000_000L / rate - System.nanoTime());
        byte[] text = generator.letter(index).text().getBytes(UTF_8);
        String id = Sha256.hex(text);
        order.add(id);
        producer.send(
            new ProducerRecord<>(Topic.LETTERS_RAW.topicName(), text),
            (at, failure) -> {
              if (failure == null) {
                appended.put(id, at.timestamp());
              }
            });
        producer.send(new ProducerRecord<>(ECHO, id.getBytes(UTF_8), text));
        progress.show("sending letters", index + 1, letters);
      }
    }
    return order;
  }

  private void read(Stack stack, String topic, Map<String, Long> times, boolean events) {
    Map<String, Object> settings = new HashMap<>(stack.settings().kafka());
    settings.put("isolation.level", "read_committed");
    settings.put("group.id", "bench-" + topic);
    settings.put("auto.offset.reset", "earliest");
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      while (sending) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          long now = System.currentTimeMillis();
          if (events) {
            times.put(letterId(record), now);
          } else {
            times.put(new String(record.key(), UTF_8), now - record.timestamp());
          }
        }
      }
    }
  }

  private static String letterId(ConsumerRecord<byte[], byte[]> record) {
    String id = new String(record.headers().lastHeader(CloudEventHeaders.ID).value(), UTF_8);
    return id.substring(0, id.indexOf('/'));
  }

  private int conclude(List<String> order) throws IOException {
    List<Plot.Point> points = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    List<Long> echoes = new ArrayList<>();
    int missing = 0;
    for (int i = 0; i < order.size(); i++) {
      Long end = readable.get(order.get(i));
      Long start = appended.get(order.get(i));
      if (end == null || start == null) {
        missing++;
        continue;
      }
      times.add(end - start);
      points.add(new Plot.Point(i / (double) rate, end - start));
      if (echoed.containsKey(order.get(i))) {
        echoes.add(echoed.get(order.get(i)));
      }
    }
    Measured measured =
        new Measured(
                "latency",
                "Kafka 4.3.1, ingest and enrich with their defaults, %d letters/s, %s"
                    .formatted(rate, kafka))
            .add("letters", String.format(Locale.ROOT, "%,d", times.size()))
            .add("raw append to readable determination", percentiles(times).described())
            .add("yardstick: through one topic, no service", percentiles(echoes).described())
            .add("did not come out", Integer.toString(missing));
    measured.print(spec.commandLine().getOut());
    measured.write(out, List.of(new Plot.Panel("milliseconds of each letter", points)));
    return missing == 0 ? 0 : 1;
  }

  private static Percentiles percentiles(List<Long> times) {
    return new Percentiles(times.stream().mapToLong(Long::longValue).toArray());
  }
}
