package org.openimr.ingest.source;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.openimr.service.trace.LetterSpans;

/** Begins the trace of each letter where it is sent to the broker. */
record TracedLetterProducer(LetterProducer producer, LetterSpans spans) implements LetterProducer {

  @Override
  public CompletableFuture<Void> send(RawLetter letter) {
    AtomicReference<CompletableFuture<Void>> sent = new AtomicReference<>();
    spans.first("send letter", () -> sent.set(producer.send(letter)));
    return sent.get();
  }

  @Override
  public void close() {
    producer.close();
  }
}
