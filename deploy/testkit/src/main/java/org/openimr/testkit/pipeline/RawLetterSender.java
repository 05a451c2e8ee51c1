package org.openimr.testkit.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.openimr.ingest.source.producer.KafkaLetterProducer;
import org.openimr.ingest.source.producer.LetterProducer;
import org.openimr.ingest.source.producer.RawLetter;
import org.openimr.schemas.settings.Settings;

/** Puts letters on the raw topic. */
public final class RawLetterSender {
  private RawLetterSender() {}

  public static void sendAll(Settings settings, List<String> letters) {
    try (LetterProducer producer =
        KafkaLetterProducer.create(settings.kafka(), Duration.ofSeconds(20))) {
      letters.stream()
          .map(
              letter ->
                  producer.send(
                      new RawLetter(
                          letter.getBytes(UTF_8),
                          Optional.empty(),
                          Optional.empty(),
                          Optional.of("synthetic.txt"))))
          .toList()
          .forEach(CompletableFuture::join);
    }
  }
}
