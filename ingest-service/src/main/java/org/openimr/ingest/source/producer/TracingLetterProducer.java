package org.openimr.ingest.source.producer;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.openimr.runtime.trace.LetterSpans;

/** Starts the trace of each letter when it is sent, or continues the trace of its sender. */
record TracingLetterProducer(LetterProducer producer, LetterSpans spans) implements LetterProducer {

  @Override
  public CompletableFuture<Void> send(RawLetter letter) {
    AtomicReference<CompletableFuture<Void>> sent = new AtomicReference<>();
    spans.startTrace("send letter", letter.traceparent(), () -> sent.set(producer.send(letter)));
    return Objects.requireNonNull(sent.get());
  }

  @Override
  public void close() {
    producer.close();
  }
}
