package org.openimr.sink.webhook.delivery;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * Who may try now: a bounded number at once, and nobody while the endpoint asked for a pause or
 * failed often in a row (an open circuit). After an open circuit's pause a single one tries; its
 * success lets all in, its failure begins a longer pause. Waiting here costs no try.
 */
final class DeliveryGate {
  private final int width;
  private final int failuresToOpen;
  private final JitteredBackOff pauses;
  private final RandomGenerator random;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int inside;
  private int failuresInRow;
  private int pausesInRow;
  private long closedUntil = System.nanoTime();

  DeliveryGate(int width, int failuresToOpen, JitteredBackOff pauses, RandomGenerator random) {
    this.width = width;
    this.failuresToOpen = failuresToOpen;
    this.pauses = pauses;
    this.random = random;
  }

  /** Leave to try once; to be given back. */
  record Permit(boolean probe) {}

  /** Waits until a try is allowed. */
  Permit acquire() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        long nanos = closedUntil - System.nanoTime();
        if (nanos > 0) {
          changed.awaitNanos(nanos);
        } else if (inside < (isOpen() ? 1 : width)) {
          inside++;
          return new Permit(isOpen());
        } else {
          changed.await();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** The try succeeded. */
  void succeeded(Permit pass) {
    leave(
        () -> {
          boolean closes = isOpen();
          failuresInRow = 0;
          pausesInRow = 0;
          return closes;
        });
  }

  /**
   * The try failed.
   *
   * @param pause that the endpoint asked of all, 0 for none
   */
  void failed(Permit pass, Duration pause) {
    leave(
        () -> {
          failuresInRow++;
          boolean opens = failuresInRow == failuresToOpen || pass.probe();
          if (opens) {
            pausesInRow++;
            closeFor(pauses.delayAfter(pausesInRow, random));
          }
          closeFor(pause);
          return opens;
        });
  }

  /** The try was broken off and says nothing of the endpoint. */
  void cancelled(Permit pass) {
    leave(() -> false);
  }

  /** Whether the endpoint is taken for dead. */
  boolean isDown() {
    lock.lock();
    try {
      return isOpen();
    } finally {
      lock.unlock();
    }
  }

  private boolean isOpen() {
    return failuresInRow >= failuresToOpen;
  }

  private void closeFor(Duration pause) {
    long until = System.nanoTime() + pause.toNanos();
    if (until - closedUntil > 0) {
      closedUntil = until;
    }
  }

  private void leave(Change change) {
    lock.lock();
    try {
      inside--;
      if (change.concernsAll()) {
        changed.signalAll();
      } else {
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  @FunctionalInterface
  private interface Change {
    boolean concernsAll();
  }
}
