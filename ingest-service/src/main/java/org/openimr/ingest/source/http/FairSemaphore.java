package org.openimr.ingest.source.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.openimr.runtime.http.access.AuthenticatedClient;

/**
 * A semaphore that shares its permits fairly among clients. An identified client may hold, in
 * addition to what its newest request acquires, as many permits as it leaves free: one greedy
 * client gets half of the permits, two get a third each, and some are always left for the next
 * client. Anonymous clients can't be distinguished and are limited by the total only.
 */
final class FairSemaphore {
  private final long maxPermits;
  private final Map<String, Long> byClient = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition released = lock.newCondition();
  private long acquired;
  private boolean isClosed;

  FairSemaphore(long maxPermits) {
    this.maxPermits = maxPermits;
  }

  /**
   * Acquires permits if enough are available to the client. Does not block.
   *
   * @param own permits that the acquiring request already holds
   * @return whether the permits were acquired
   */
  @SuppressWarnings("ReferenceEquality") // a client with a key may have the same name
  boolean acquire(AuthenticatedClient client, long own, long more) {
    lock.lock();
    try {
      long free = maxPermits - acquired - more;
      long others = byClient.getOrDefault(client.name(), 0L) - own;
      boolean isFair = client == AuthenticatedClient.ANONYMOUS || others <= free;
      if (isClosed || free < 0 || !isFair) {
        return false;
      }
      acquired += more;
      byClient.merge(client.name(), more, Long::sum);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Releases permits of a client. */
  void release(AuthenticatedClient client, long amount) {
    lock.lock();
    try {
      acquired -= amount;
      byClient.computeIfPresent(
          client.name(), (name, before) -> before == amount ? null : before - amount);
      released.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Rejects further acquires and waits until all permits are released or the timeout expires. */
  void close(Duration timeout) {
    lock.lock();
    try {
      isClosed = true;
      long remaining = timeout.toNanos();
      while (acquired > 0 && remaining > 0) {
        remaining = released.awaitNanos(remaining);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
