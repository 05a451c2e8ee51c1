package org.openimr.ingest.source.producer;

import java.util.concurrent.CompletableFuture;

/** Hands letters to the broker. Safe for use by several threads. */
public interface LetterProducer extends AutoCloseable {

  /**
   * Sends a letter to the raw topic.
   *
   * @return done when all in-sync replicas have it; failed if the broker did not say so in time, in
   *     which case it may have it or not
   */
  CompletableFuture<Void> send(RawLetter letter);

  @Override
  void close();
}
