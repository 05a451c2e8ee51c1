package org.openimr.systemtest.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.openimr.event.Extraction;
import org.openimr.event.ExtractionMethod;
import org.openimr.event.LetterReceived;
import org.openimr.event.Source;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/**
 * Synthetic letters, a thousand per second, each of another case; fewer if more than two seconds'
 * worth of letters would be in progress.
 */
final class PacedLetterSender implements AutoCloseable {
  private static final int LETTERS_PER_TICK = 10;
  private static final int MAX_IN_PROGRESS = 2_000;
  private static final Duration TICK = Duration.ofMillis(10);

  private final List<String> texts;
  private final KafkaProducer<String, LetterReceived> producer;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private volatile int sent;
  private volatile int taken;

  PacedLetterSender(Settings settings, List<String> texts) {
    this.texts = texts;
    Map<String, Object> kafka = new HashMap<>(settings.kafka());
    kafka.put("linger.ms", TICK.toMillis());
    producer =
        new KafkaProducer<>(
            kafka, new StringSerializer(), EventSerdes.of(settings.registry()).serializer());
  }

  void start() {
    clock.scheduleAtFixedRate(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tick() {
    for (int i = 0; i < LETTERS_PER_TICK && sent - taken < MAX_IN_PROGRESS; i++) {
      producer.send(
          new ProducerRecord<>(
              Topic.LETTERS.topicName(), key(sent), letter(key(sent), text(sent))));
      sent++;
    }
  }

  /** Tells how many have come out. */
  void taken(int letters) {
    taken = letters;
  }

  /** Sends no more; how many it sent. */
  int stop() throws InterruptedException {
    clock.shutdown();
    assertThat(clock.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    producer.flush();
    return sent;
  }

  static String key(int number) {
    return "flow-%06d".formatted(number);
  }

  /** Which of the texts the letter of a key has. */
  int textOf(String key) {
    return Integer.parseInt(key.substring(key.indexOf('-') + 1)) % texts.size();
  }

  private String text(int number) {
    return texts.get(number % texts.size());
  }

  static LetterReceived letter(String key, String text) {
    return LetterReceived.newBuilder()
        .setCaseKey(key)
        .setLetterId(key)
        .setSource(new Source(null, "synthetic.txt", "text/plain", (long) text.length(), null))
        .setReceivedAt(Instant.EPOCH)
        .setText(text)
        .setPageStarts(List.of(0))
        .setWarnings(List.of())
        .setExtraction(new Extraction(ExtractionMethod.PLAIN_TEXT, null))
        .build();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    producer.close();
  }
}
