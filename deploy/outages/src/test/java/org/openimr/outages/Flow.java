package org.openimr.outages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openimr.generate.GeneratedLetter;

/** A client that sends one letter after the other for as long as a test takes. */
final class Flow implements AutoCloseable {
  /** Letters are made in lots. */
  private static final int LOT = 100;

  private final Part ingest;
  private final long pauseNanos;
  private final ConcurrentLinkedQueue<Integer> refused = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Long> sent;
  private volatile boolean isEnough;

  private Flow(Part ingest, int perSecond) {
    this.ingest = ingest;
    this.pauseNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    this.sent = CompletableFuture.supplyAsync(this::send, task -> Thread.ofPlatform().start(task));
  }

  /** So many a second at most. */
  static Flow steadily(Part ingest, int perSecond) {
    return new Flow(ingest, perSecond);
  }

  /** Ends it, if it is still under way as it has to be; all letters that it sent. */
  Letters stop() {
    assertThat(sent).as("letters still flow").isNotDone();
    isEnough = true;
    return Letters.of(0, sent.orTimeout(3, TimeUnit.MINUTES).join());
  }

  /** Answers other than 202. */
  List<Integer> refused() {
    return List.copyOf(refused);
  }

  @Override
  public void close() {
    isEnough = true;
  }

  /** How many were sent. */
  private long send() {
    long count = 0;
    while (true) {
      for (GeneratedLetter letter : Letters.of(count, count + LOT).all()) {
        if (isEnough) {
          return count;
        }
        int status = ingest.post(Letters.bytes(letter)).statusCode();
        if (status != 202) {
          refused.add(status);
        }
        count++;
        LockSupport.parkNanos(pauseNanos);
      }
    }
  }
}
