package org.openimr.sink.webhook;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the jobs of one case in order, and those of different cases concurrently. */
final class PerCaseExecutor implements AutoCloseable {
  /** Pending jobs of the lanes that have a running job. */
  private final Map<LaneKey, Queue<Job>> pending = new HashMap<>();

  private final Consumer<Throwable> onFailure;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-case-", 0).factory());

  /**
   * @param onFailure receives each exception or error that a job throws; the lane continues with
   *     its next job
   */
  PerCaseExecutor(Consumer<Throwable> onFailure) {
    this.onFailure = onFailure;
  }

  /**
   * A case during one assignment of its partition. Jobs of an earlier assignment are in another
   * lane and do not delay those of the current one.
   *
   * @param assignment compared by identity
   */
  record LaneKey(OffsetTracker.PartitionAssignment assignment, String caseKey) {}

  /** A unit of work, which may block for hours. */
  @FunctionalInterface
  interface Job {
    void run() throws InterruptedException;
  }

  /** Runs a job after all jobs that were submitted to its lane before. */
  void submit(LaneKey lane, Job job) {
    synchronized (pending) {
      Queue<Job> queue = pending.get(lane);
      if (queue != null) {
        queue.add(job);
        return;
      }
      pending.put(lane, new ArrayDeque<>());
    }
    threads.execute(() -> run(lane, job));
  }

  /** Interrupts the running jobs; pending jobs are discarded. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void run(LaneKey lane, Job first) {
    try {
      for (Job job = first; job != null; job = next(lane)) {
        runOne(job);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * An error counts as well: a lane that ends without its next job would block its case forever.
   */
  private void runOne(Job job) throws InterruptedException {
    try {
      job.run();
    } catch (InterruptedException e) {
      throw e;
    } catch (Throwable e) {
      onFailure.accept(e);
    }
  }

  private @Nullable Job next(LaneKey lane) {
    synchronized (pending) {
      Job next = Objects.requireNonNull(pending.get(lane)).poll();
      if (next == null) {
        pending.remove(lane);
      }
      return next;
    }
  }
}
