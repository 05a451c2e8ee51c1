package org.openimr.ingest.source.producer;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Stands for the broker: keeps what it is sent and answers as it is told. */
public final class FakeLetterProducer implements LetterProducer {
  public final List<RawLetter> sent = new CopyOnWriteArrayList<>();
  public volatile Function<RawLetter, CompletableFuture<Void>> answer =
      letter -> CompletableFuture.completedFuture(null);

  public void isAway() {
    answer = letter -> CompletableFuture.failedFuture(new IllegalStateException("away"));
  }

  public void isBack() {
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
    // nothing is held
  }
}
