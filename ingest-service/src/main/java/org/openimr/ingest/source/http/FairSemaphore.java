package org.openimr.ingest.source.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.openimr.runtime.http.access.AuthenticatedClient;

/**
 * So many of something, and who has them. A caller that is known may have, beside what its newest
 * request takes, as much as it leaves free: one that wants all gets half, two get a third each, and
 * there is always something for who comes next. Whoever comes without a key is one of many and is
 * bounded by the whole alone.
 */
final class FairSemaphore {
  private final long maxPermits;
  private final Map<String, Long> byCaller = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition released = lock.newCondition();
  private long taken;
  private boolean isClosed;

  FairSemaphore(long most) {
    this.maxPermits = most;
  }

  /**
   * Takes more, if there is as much for this caller.
   *
   * @param own what the request that takes it has already
   * @return whether it was taken
   */
  boolean acquire(AuthenticatedClient caller, long own, long more) {
    lock.lock();
    try {
      long free = maxPermits - taken - more;
      long others = byCaller.getOrDefault(caller.name(), 0L) - own;
      boolean isFair = caller == AuthenticatedClient.ANONYMOUS || others <= free;
      if (isClosed || free < 0 || !isFair) {
        return false;
      }
      taken += more;
      byCaller.merge(caller.name(), more, Long::sum);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Gives back what was taken. */
  void release(AuthenticatedClient caller, long amount) {
    lock.lock();
    try {
      taken -= amount;
      byCaller.computeIfPresent(
          caller.name(), (name, before) -> before == amount ? null : before - amount);
      released.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets nobody take more, and waits until all is given back or the time is over. */
  void close(Duration time) {
    lock.lock();
    try {
      isClosed = true;
      long left = time.toNanos();
      while (taken > 0 && left > 0) {
        left = released.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
