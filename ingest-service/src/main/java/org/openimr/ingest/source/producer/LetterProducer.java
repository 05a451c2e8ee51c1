package org.openimr.ingest.source.producer;

import java.util.concurrent.CompletableFuture;

/** Sends letters to the broker. Thread-safe. */
public interface LetterProducer extends AutoCloseable {

  /**
   * Sends a letter to the raw topic.
   *
   * @return completes when all in-sync replicas have the letter; fails if the broker did not
   *     confirm that in time, in which case the letter may or may not have been stored
   */
  CompletableFuture<Void> send(RawLetter letter);

  @Override
  void close();
}
