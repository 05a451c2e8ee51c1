package org.openimr.ingest.source;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Stands for the broker: keeps what it is sent and answers as it is told. */
final class FakeProducer implements LetterProducer {
  final List<RawLetter> sent = new CopyOnWriteArrayList<>();
  volatile Function<RawLetter, CompletableFuture<Void>> answer =
      letter -> CompletableFuture.completedFuture(null);

  void isAway() {
    answer = letter -> CompletableFuture.failedFuture(new IllegalStateException("away"));
  }

  void isBack() {
    answer = letter -> CompletableFuture.completedFuture(null);
  }

  List<String> names() {
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
