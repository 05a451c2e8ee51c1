package org.openimr.local.guidelines;

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
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;

/** Made-up letters, a thousand a second, each of a case of its own. */
final class LetterFlow implements AutoCloseable {
  private static final int LETTERS_A_TICK = 10;
  private static final Duration TICK = Duration.ofMillis(10);

  private final List<String> texts;
  private final int letters;
  private final KafkaProducer<String, LetterReceived> producer;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private volatile int sent;

  LetterFlow(Settings settings, List<String> texts, int letters) {
    this.texts = texts;
    this.letters = letters;
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
    for (int i = 0; i < LETTERS_A_TICK && sent < letters; i++) {
      producer.send(
          new ProducerRecord<>(
              Topic.LETTERS.topicName(), key(sent), letter(key(sent), text(sent))));
      sent++;
    }
  }

  /** Letters that are on their way. */
  int sent() {
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
        .setSource(new Source(null, "made-up.txt", "text/plain", (long) text.length()))
        .setReceivedAt(Instant.EPOCH)
        .setText(text)
        .setPageStarts(List.of(0))
        .setExtraction(new Extraction(ExtractionMethod.PLAIN_TEXT, null))
        .build();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    producer.close();
  }
}
