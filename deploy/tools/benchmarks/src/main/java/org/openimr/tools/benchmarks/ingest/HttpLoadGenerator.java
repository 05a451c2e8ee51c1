package org.openimr.tools.benchmarks.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Senders at the HTTP entrance, each with one request at a time. */
final class HttpLoadGenerator implements AutoCloseable {
  private static final int ACCEPTED = 202;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong slowest = new AtomicLong();

  HttpLoadGenerator(int port) {
    this.address = URI.create("http://127.0.0.1:" + port + "/v1/letters");
  }

  /**
   * What came back since the last {@link #resetCounts}.
   *
   * @param refused answers that were no acknowledgement, or none at all
   */
  record ResponseCounts(long acknowledged, long refused, long maxMillis) {}

  ResponseCounts responseCounts() {
    return new ResponseCounts(acknowledged.get(), refused.get(), slowest.get());
  }

  /** Counts anew. */
  void resetCounts() {
    acknowledged.set(0);
    refused.set(0);
    slowest.set(0);
  }

  /** Waits until a letter is taken; false if none was in two minutes. */
  boolean isOpen(byte[] text) {
    Instant limit = Instant.now().plus(PATIENCE);
    while (status(text) != ACCEPTED) {
      if (Instant.now().isAfter(limit)) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }

  /** Sends so many letters, some of them at a time, and waits for all answers. */
  void post(List<byte[]> texts, int count, int connections) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      senders.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int index; (index = next.getAndIncrement()) < count; ) {
                      post(texts.get(index % texts.size()));
                    }
                  }));
    }
    for (Thread sender : senders) {
      sender.join();
    }
  }

  private void post(byte[] text) {
    long start = System.nanoTime();
    boolean taken = status(text) == ACCEPTED;
    slowest.accumulateAndGet((System.nanoTime() - start) / 1_000_000, Math::max);
    (taken ? acknowledged : refused).incrementAndGet();
  }

  private int status(byte[] text) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofByteArray(text))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
