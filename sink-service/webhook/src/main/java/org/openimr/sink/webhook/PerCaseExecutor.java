package org.openimr.sink.webhook;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs jobs of a case one after the other, of different cases at the same time. */
final class PerCaseExecutor implements AutoCloseable {
  private final Map<LaneKey, Queue<Job>> waiting = new HashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-case-", 0).factory());

  /**
   * A case while its partition is assigned: what was begun before that has no say any more.
   *
   * @param assignment compared by identity
   */
  record LaneKey(OffsetTracker.PartitionAssignment assignment, String caseKey) {}

  /** May wait for hours. */
  @FunctionalInterface
  interface Job {
    void run() throws InterruptedException;
  }

  /** Runs a job behind all that were added to its lane before. */
  void submit(LaneKey lane, Job job) {
    synchronized (waiting) {
      Queue<Job> queue = waiting.get(lane);
      if (queue != null) {
        queue.add(job);
        return;
      }
      waiting.put(lane, new ArrayDeque<>());
    }
    threads.execute(() -> run(lane, job));
  }

  /** Interrupts what runs; what waits is not run. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void run(LaneKey lane, Job first) {
    try {
      for (Job job = first; job != null; job = next(lane)) {
        job.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Job next(LaneKey lane) {
    synchronized (waiting) {
      Job next = waiting.get(lane).poll();
      if (next == null) {
        waiting.remove(lane);
      }
      return next;
    }
  }
}
