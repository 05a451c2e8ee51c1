package org.openimr.ingest.source.producer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.openimr.runtime.trace.LetterSpans;

/** Begins the trace of each letter where it is sent to the broker, or goes on with its sender's. */
record TracingLetterProducer(LetterProducer producer, LetterSpans spans) implements LetterProducer {

  @Override
  public CompletableFuture<Void> send(RawLetter letter) {
    AtomicReference<CompletableFuture<Void>> sent = new AtomicReference<>();
    spans.startTrace("send letter", letter.traceparent(), () -> sent.set(producer.send(letter)));
    return sent.get();
  }

  @Override
  public void close() {
    producer.close();
  }
}
