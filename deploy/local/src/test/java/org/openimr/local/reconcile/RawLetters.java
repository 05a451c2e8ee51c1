package org.openimr.local.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.openimr.ingest.source.KafkaLetterProducer;
import org.openimr.ingest.source.LetterProducer;
import org.openimr.ingest.source.RawLetter;
import org.openimr.schemas.Settings;

/** Puts letters on the raw topic. */
public final class RawLetters {
  private RawLetters() {}

  public static void send(Settings settings, List<String> letters) {
    try (LetterProducer producer =
        KafkaLetterProducer.to(settings.kafka(), Duration.ofSeconds(20))) {
      letters.stream()
          .map(
              letter ->
                  producer.send(
                      new RawLetter(
                          letter.getBytes(UTF_8),
                          Optional.empty(),
                          Optional.empty(),
                          Optional.of("made-up.txt"))))
          .toList()
          .forEach(CompletableFuture::join);
    }
  }
}
