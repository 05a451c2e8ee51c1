package org.openimr.ingest.extract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One running process that reads PDFs, seen from its service; used by one thread at a time. */
final class WorkerProcess {
  /** Exit code of a JVM that was told to end when its memory does. */
  private static final int OUT_OF_MEMORY = 3;

  /** A machine under load takes seconds to start a JVM; that is no fault of a document. */
  private static final Duration START = Duration.ofSeconds(60);

  private static final Duration END = Duration.ofSeconds(5);

  private final Limits limits;
  private final ScheduledExecutorService clock;
  private final Process process;
  private final DataOutputStream documents;
  private final DataInputStream answers;
  private volatile boolean killed;

  private WorkerProcess(Limits limits, ScheduledExecutorService clock) throws IOException {
    this.limits = limits;
    this.clock = clock;
    ProcessBuilder builder = new ProcessBuilder(WorkerCommand.of(limits));
    builder.environment().clear();
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    process = builder.start();
    documents = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
  }

  /**
   * Starts a process and waits until it is ready.
   *
   * @throws IOException if this machine can't start one
   */
  static WorkerProcess start(Limits limits, ScheduledExecutorService clock) throws IOException {
    WorkerProcess worker = new WorkerProcess(limits, clock);
    ScheduledFuture<?> tooLate =
        clock.schedule(worker::kill, START.toMillis(), TimeUnit.MILLISECONDS);
    try {
      Frames.readExtraction(worker.answers, limits);
      return worker;
    } catch (IOException e) {
      worker.kill();
      throw new IOException("the process that reads PDFs ended at its start", e);
    } finally {
      tooLate.cancel(false);
    }
  }

  /**
   * Reads one PDF; the process is gone afterwards if the document was more than it could take.
   *
   * @return empty if the process ended for no reason that is known, or the machine gave it no time
   */
  Optional<Extraction> read(byte[] pdf) {
    WorkTime time = WorkTime.from(process.toHandle(), limits.time());
    AtomicBoolean expired = new AtomicBoolean();
    ScheduledFuture<?> watch =
        clock.scheduleWithFixedDelay(
            () -> killIfOver(time, expired), time.look(), time.look(), TimeUnit.MILLISECONDS);
    try {
      Frames.writeDocument(documents, pdf);
      return Optional.of(Frames.readExtraction(answers, limits));
    } catch (IOException e) {
      return expired.get() ? Optional.of(tooSlow()) : ended();
    } finally {
      watch.cancel(false);
    }
  }

  /** Whether it can be given another document. */
  boolean isAlive() {
    return !killed && process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  void kill() {
    killed = true;
    process.destroyForcibly();
  }

  private void killIfOver(WorkTime time, AtomicBoolean expired) {
    switch (time.verdict()) {
      case WITHIN -> {}
      case TOO_SLOW -> {
        expired.set(true);
        kill();
      }
      case NO_TIME_GIVEN -> kill();
    }
  }

  private Refused tooSlow() {
    return new Refused(
        Refused.Code.TOO_SLOW,
        "time",
        "not read within " + limits.time().toMillis() + " ms of work");
  }

  private Optional<Extraction> ended() {
    int exitCode = exitCode();
    kill();
    if (exitCode != OUT_OF_MEMORY) {
      return Optional.empty();
    }
    String message = "not read within " + limits.memoryMegabytes() + " MB of memory";
    return Optional.of(new Refused(Refused.Code.TOO_LARGE, "memory", message));
  }

  private int exitCode() {
    try {
      return process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
