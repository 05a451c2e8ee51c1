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
final class Gate {
  private final int width;
  private final int failuresToOpen;
  private final BackOff pauses;
  private final RandomGenerator random;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int inside;
  private int failuresInRow;
  private int pausesInRow;
  private long closedUntil = System.nanoTime();

  Gate(int width, int failuresToOpen, BackOff pauses, RandomGenerator random) {
    this.width = width;
    this.failuresToOpen = failuresToOpen;
    this.pauses = pauses;
    this.random = random;
  }

  /** Leave to try once; to be given back. */
  record Pass(boolean probe) {}

  /** Waits until a try is allowed. */
  Pass enter() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        long nanos = closedUntil - System.nanoTime();
        if (nanos > 0) {
          changed.awaitNanos(nanos);
        } else if (inside < (isOpen() ? 1 : width)) {
          inside++;
          return new Pass(isOpen());
        } else {
          changed.await();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** The try succeeded. */
  void succeeded(Pass pass) {
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
  void failed(Pass pass, Duration pause) {
    leave(
        () -> {
          failuresInRow++;
          boolean opens = failuresInRow == failuresToOpen || pass.probe();
          if (opens) {
            pausesInRow++;
            closeFor(pauses.after(pausesInRow, random));
          }
          closeFor(pause);
          return opens;
        });
  }

  /** The try was broken off and says nothing of the endpoint. */
  void calledOff(Pass pass) {
    leave(() -> false);
  }

  /** Whether the endpoint is taken for dead. */
  boolean isDead() {
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
