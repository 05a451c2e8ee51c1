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

/** Sends letters to the HTTP API over several connections, with one request each at a time. */
final class HttpLoadGenerator implements AutoCloseable {
  private static final int ACCEPTED = 202;
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final Duration RETRY_DELAY = Duration.ofMillis(250);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();
  private final AtomicLong maxMillis = new AtomicLong();

  HttpLoadGenerator(int port) {
    this.address = URI.create("http://127.0.0.1:" + port + "/v1/letters");
  }

  /**
   * Responses since the last {@link #resetCounts}.
   *
   * @param rejected responses other than 202, and failed requests
   */
  record ResponseCounts(long acknowledged, long rejected, long maxMillis) {}

  ResponseCounts responseCounts() {
    return new ResponseCounts(acknowledged.get(), rejected.get(), maxMillis.get());
  }

  /** Resets all counts. */
  void resetCounts() {
    acknowledged.set(0);
    rejected.set(0);
    maxMillis.set(0);
  }

  /** Waits until a letter is accepted; false if none is within two minutes. */
  boolean isOpen(byte[] text) {
    Instant deadline = Instant.now().plus(TIMEOUT);
    while (status(text) != ACCEPTED) {
      if (Instant.now().isAfter(deadline)) {
        return false;
      }
      LockSupport.parkNanos(RETRY_DELAY.toNanos());
    }
    return true;
  }

  /** Sends a number of letters over several connections and waits for all responses. */
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
    boolean isAccepted = status(text) == ACCEPTED;
    maxMillis.accumulateAndGet((System.nanoTime() - start) / 1_000_000, Math::max);
    (isAccepted ? acknowledged : rejected).incrementAndGet();
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
