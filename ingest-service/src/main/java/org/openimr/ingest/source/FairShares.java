package org.openimr.ingest.source;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.openimr.service.door.Caller;

/**
 * So many of something, and who has them. A caller that is known may have, beside what its newest
 * request takes, as much as it leaves free: one that wants all gets half, two get a third each, and
 * there is always something for who comes next. Whoever comes without a key is one of many and is
 * bounded by the whole alone.
 */
final class FairShares {
  private final long most;
  private final Map<String, Long> byCaller = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition givenBack = lock.newCondition();
  private long taken;
  private boolean isClosed;

  FairShares(long most) {
    this.most = most;
  }

  /**
   * Takes more, if there is as much for this caller.
   *
   * @param own what the request that takes it has already
   * @return whether it was taken
   */
  boolean take(Caller caller, long own, long more) {
    lock.lock();
    try {
      long free = most - taken - more;
      long others = byCaller.getOrDefault(caller.name(), 0L) - own;
      boolean isFair = caller == Caller.ANYBODY || others <= free;
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
  void giveBack(Caller caller, long amount) {
    lock.lock();
    try {
      taken -= amount;
      byCaller.computeIfPresent(
          caller.name(), (name, before) -> before == amount ? null : before - amount);
      givenBack.signalAll();
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
        left = givenBack.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
