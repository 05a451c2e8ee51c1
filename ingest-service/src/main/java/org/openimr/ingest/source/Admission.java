package org.openimr.ingest.source;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets in as many requests, and as many bytes of them, as there is room for. A client that has yet
 * to send its letters takes room for what has come of them only, so that one that sends slowly, or
 * announces much, keeps nobody out.
 */
final class Admission {
  /** Clients that send, for each request that is being answered. */
  private static final int SENDING = 16;

  private final int most;
  private final Semaphore sending;
  private final Semaphore requests;

  /** In bytes; semaphores count to 2 GB. */
  private final Semaphore room;

  Admission(HttpLimits limits) {
    most = limits.requests();
    sending = new Semaphore(Math.multiplyExact(limits.requests(), SENDING));
    requests = new Semaphore(limits.requests());
    room = new Semaphore((int) Math.min(Integer.MAX_VALUE, limits.bytesInFlight()));
  }

  /** Lets a client in that is going to send. */
  Place enter() throws Refusal {
    if (!sending.tryAcquire()) {
      throw Refusal.full("as many clients as this service takes at a time");
    }
    return new Place();
  }

  /** Takes all places itself, as far as they become free in time, so that no one else enters. */
  void close(Duration time) {
    try {
      if (!requests.tryAcquire(most, time.toMillis(), TimeUnit.MILLISECONDS)) {
        requests.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What one request takes up; given back at its end. */
  final class Place implements AutoCloseable {
    private int bytes;
    private boolean answering;

    /** Takes room for bytes that have come. */
    void take(int more) throws Refusal {
      if (!room.tryAcquire(more)) {
        throw Refusal.full("as many bytes as this service takes at a time");
      }
      bytes += more;
    }

    /** All has come; from here on it counts among the requests that are being answered. */
    void sent() throws Refusal {
      if (!requests.tryAcquire()) {
        throw Refusal.full("as many requests as this service takes at a time");
      }
      answering = true;
    }

    @Override
    public void close() {
      room.release(bytes);
      if (answering) {
        requests.release();
      }
      sending.release();
    }
  }
}
