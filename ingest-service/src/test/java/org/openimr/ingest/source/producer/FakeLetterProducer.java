package org.openimr.ingest.source.producer;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A producer for tests that records letters and confirms or fails them as configured. */
public final class FakeLetterProducer implements LetterProducer {
  public final List<RawLetter> sent = new CopyOnWriteArrayList<>();
  public volatile Function<RawLetter, CompletableFuture<Void>> answer =
      letter -> CompletableFuture.completedFuture(null);

  public void failAll() {
    answer = letter -> CompletableFuture.failedFuture(new IllegalStateException("away"));
  }

  public void confirmAll() {
    answer = letter -> CompletableFuture.completedFuture(null);
  }

  public List<String> names() {
    return sent.stream().map(letter -> letter.name().orElse("?")).toList();
  }

  @Override
  public CompletableFuture<Void> send(RawLetter letter) {
    sent.add(letter);
    return answer.apply(letter);
  }

  @Override
  public void close() {
    // holds no resources
  }
}
