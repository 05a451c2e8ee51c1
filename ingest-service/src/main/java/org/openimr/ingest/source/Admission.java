package org.openimr.ingest.source;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets in as many requests, and as many bytes of them, as there is room for. */
final class Admission {
  /** Semaphores count ints; in kilobytes they reach to 2 TB. */
  private static final int UNIT = 1024;

  private final int most;
  private final Semaphore requests;
  private final Semaphore room;

  Admission(HttpLimits limits) {
    most = limits.requests();
    requests = new Semaphore(limits.requests());
    room = new Semaphore((int) Math.min(Integer.MAX_VALUE, limits.bytesInFlight() / UNIT));
  }

  /**
   * Takes room for a request.
   *
   * @param bytes the most that its body may have
   * @return gives the room back when left
   */
  Place enter(long bytes) throws Refusal {
    if (!requests.tryAcquire()) {
      throw Refusal.full("as many requests as this service takes at a time");
    }
    int units = (int) ((bytes + UNIT - 1) / UNIT);
    if (!room.tryAcquire(units)) {
      requests.release();
      throw Refusal.full("as many bytes as this service takes at a time");
    }
    return () -> {
      room.release(units);
      requests.release();
    };
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

  /** Room taken. */
  interface Place {
    void leave();
  }
}
