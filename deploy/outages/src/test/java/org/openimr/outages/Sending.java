package org.openimr.outages;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openimr.generate.GeneratedLetter;

/** A client that sends each letter until it is told 202, as it should. */
final class Sending implements AutoCloseable {
  private static final int AT_A_TIME = 4;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(AT_A_TIME);
  private final ConcurrentLinkedQueue<Refused> refused = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<?> all;

  /** An answer other than 202. */
  record Refused(int status, Optional<String> retryAfter) {}

  private Sending(List<Part> ingest, Letters letters, long pauseNanos) {
    all =
        CompletableFuture.allOf(
            letters.all().stream()
                .map(
                    letter -> {
                      int at = letters.all().indexOf(letter);
                      return CompletableFuture.runAsync(
                          () -> {
                            LockSupport.parkNanos(at * pauseNanos);
                            send(ingest.get(at % ingest.size()), letter);
                          },
                          threads);
                    })
                .toArray(CompletableFuture[]::new));
  }

  /** All at once. */
  static Sending of(Part ingest, Letters letters) {
    return new Sending(List.of(ingest), letters, 0);
  }

  /** So many a second. */
  static Sending steadily(Part ingest, Letters letters, int perSecond) {
    return new Sending(List.of(ingest), letters, TimeUnit.SECONDS.toNanos(1) / perSecond);
  }

  boolean isDone() {
    return all.isDone();
  }

  /** Waits until all are accepted; what was refused before. */
  List<Refused> await() {
    all.orTimeout(3, TimeUnit.MINUTES).join();
    return refused();
  }

  List<Refused> refused() {
    return List.copyOf(refused);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void send(Part ingest, GeneratedLetter letter) {
    places.acquireUninterruptibly();
    try {
      HttpResponse<String> answer = ingest.post(Letters.bytes(letter));
      while (answer.statusCode() != 202) {
        refused.add(new Refused(answer.statusCode(), answer.headers().firstValue("Retry-After")));
        LockSupport.parkNanos(PAUSE);
        answer = ingest.post(Letters.bytes(letter));
      }
    } finally {
      places.release();
    }
  }
}
