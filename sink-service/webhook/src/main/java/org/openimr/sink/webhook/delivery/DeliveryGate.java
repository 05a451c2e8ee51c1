package org.openimr.sink.webhook.delivery;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * Limits the delivery attempts to an endpoint: a maximum of concurrent attempts, and none during a
 * pause that the endpoint requested or while the circuit is open. After the pause of an open
 * circuit a single attempt probes the endpoint; its success closes the circuit, its failure starts
 * a longer pause. Waiting for a permit does not count as an attempt. Thread-safe.
 *
 * <p>Failsafe 3.3.2 was tried instead. Its circuit breaker, used without executing through
 * Failsafe, ignores the delay function, so that pauses could not grow; it has no operation that
 * returns the permit of a cancelled probe, which leaves the circuit half-open forever; and it
 * rejects attempts where this class has to wait. A pause for {@code Retry-After} would need this
 * class in any case.
 */
final class DeliveryGate {
  private final int maxInFlight;
  private final int failuresToOpen;
  private final JitteredBackOff circuitBackOff;
  private final RandomGenerator random;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int inFlight;
  private int consecutiveFailures;
  private int consecutivePauses;
  private long pausedUntil = System.nanoTime();

  DeliveryGate(
      int maxInFlight, int failuresToOpen, JitteredBackOff circuitBackOff, RandomGenerator random) {
    this.maxInFlight = maxInFlight;
    this.failuresToOpen = failuresToOpen;
    this.circuitBackOff = circuitBackOff;
    this.random = random;
  }

  /**
   * Permission for one attempt; must be returned with one of the methods below.
   *
   * @param probe whether the circuit was open
   */
  record Permit(boolean probe) {}

  /** Waits until an attempt is allowed. */
  Permit acquire() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        long nanos = pausedUntil - System.nanoTime();
        if (nanos > 0) {
          changed.awaitNanos(nanos);
        } else if (inFlight < (isOpen() ? 1 : maxInFlight)) {
          inFlight++;
          return new Permit(isOpen());
        } else {
          changed.await();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns a permit after a successful attempt. */
  void succeeded(Permit permit) {
    release(
        () -> {
          boolean closes = isOpen();
          consecutiveFailures = 0;
          consecutivePauses = 0;
          return closes;
        });
  }

  /**
   * Returns a permit after a failed attempt.
   *
   * @param pause requested by the endpoint for all attempts, 0 for none
   */
  void failed(Permit permit, Duration pause) {
    release(
        () -> {
          consecutiveFailures++;
          boolean opens = consecutiveFailures == failuresToOpen || permit.probe();
          if (opens) {
            consecutivePauses++;
            pauseFor(circuitBackOff.delayAfter(consecutivePauses, random));
          }
          pauseFor(pause);
          return opens;
        });
  }

  /** Returns a permit after an attempt that was cancelled, which is no failure of the endpoint. */
  void cancelled(Permit permit) {
    release(() -> false);
  }

  /** Whether the circuit is open. */
  boolean isCircuitOpen() {
    lock.lock();
    try {
      return isOpen();
    } finally {
      lock.unlock();
    }
  }

  private boolean isOpen() {
    return consecutiveFailures >= failuresToOpen;
  }

  private void pauseFor(Duration pause) {
    long until = System.nanoTime() + pause.toNanos();
    if (until - pausedUntil > 0) {
      pausedUntil = until;
    }
  }

  private void release(Change change) {
    lock.lock();
    try {
      inFlight--;
      if (change.wakesAll()) {
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
    boolean wakesAll();
  }
}
