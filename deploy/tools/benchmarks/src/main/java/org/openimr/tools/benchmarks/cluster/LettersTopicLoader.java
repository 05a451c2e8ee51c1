package org.openimr.tools.benchmarks.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.openimr.event.LetterReceived;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.topology.LetterReceivedFactory;
import org.openimr.schemas.event.CloudEventHeaders;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.tools.generator.LetterGenerator;
import org.openimr.tools.generator.model.GeneratorSettings;

/** Writes generated letters to the letters topic, in the format of ingest. */
public final class LettersTopicLoader {
  private static final long SEED = 2026;
  private static final int THREADS = 2;

  /** The common pool has a single thread on two processors. */
  private static final Executor NEW_THREAD = Thread.ofPlatform().daemon().name("writer")::start;

  private static final byte[] TYPE = "org.openimr.letter-received.v1".getBytes(UTF_8);
  private static final byte[] SOURCE = "/imr/ingest-service".getBytes(UTF_8);

  private final Settings settings;
  private final LetterGenerator generator = new LetterGenerator(GeneratorSettings.withSeed(SEED));
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  public LettersTopicLoader(Settings settings) {
    this.settings = settings;
  }

  /** Number of letters written. */
  public long written() {
    return written.get();
  }

  /** Total size of the texts in UTF-8, in bytes. */
  public long bytes() {
    return bytes.get();
  }

  /**
   * Writes letters without noise, each of a different case. The future completes when all are
   * acknowledged, and fails if one is rejected.
   */
  public CompletableFuture<Void> write(long count) {
    return CompletableFuture.allOf(
        IntStream.range(0, THREADS)
            .mapToObj(thread -> CompletableFuture.runAsync(() -> write(thread, count), NEW_THREAD))
            .toArray(CompletableFuture[]::new));
  }

  private void write(int thread, long count) {
    Serializer<LetterReceived> events = EventSerdes.of(settings.registry()).serializer();
    try (BulkProducer sender = new BulkProducer(settings);
        TextExtractor extractor = TextExtractor.inProcess(ExtractionLimits.DEFAULT)) {
      for (long index = thread; index < count; index += THREADS) {
        byte[] text = generator.generate(index).text().getBytes(UTF_8);
        if (extractor.extract(text) instanceof ExtractedText extracted) {
          LetterReceivedFactory.Document document =
              LetterReceivedFactory.Document.of(
                  Optional.empty(), Optional.empty(), text, Instant.now());
          for (LetterReceived letter : LetterReceivedFactory.create(document, extracted)) {
            sender.send(record(letter, events));
          }
        }
        written.incrementAndGet();
        bytes.addAndGet(text.length);
      }
    }
  }

  private static ProducerRecord<byte[], byte[]> record(
      LetterReceived letter, Serializer<LetterReceived> events) {
    Headers headers = new RecordHeaders();
    CloudEventHeaders.add(
        headers, letter.getLetterId(), TYPE, SOURCE, letter.getReceivedAt(), letter.getCaseKey());
    return new ProducerRecord<>(
        Topic.LETTERS.topicName(),
        null,
        letter.getCaseKey().getBytes(UTF_8),
        events.serialize(Topic.LETTERS.topicName(), letter),
        headers);
  }

  /** Generates the texts of the first letters. */
  public static List<String> texts(int count) {
    LetterGenerator generator = new LetterGenerator(GeneratorSettings.withSeed(SEED));
    return IntStream.range(0, count).mapToObj(index -> generator.generate(index).text()).toList();
  }

  /** Topics of the events of a letter, in publishing order. */
  public static List<Topic> events() {
    return List.of(
        Topic.CASE_HEADERS, Topic.CLINICAL_SUMMARIES, Topic.ITEM_DECISIONS, Topic.DETERMINATIONS);
  }

  /** Whether a topic is one of {@link #events()}. */
  public static boolean isEvents(String topic) {
    return events().stream().anyMatch(events -> events.topicName().equals(topic));
  }
}
