package org.openimr.ingest.extract.worker;

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
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.model.ExtractionResult;

/** The service's handle of a PDF worker process. Used by one thread at a time. */
final class PdfWorkerProcess {
  /** Exit code of a JVM with {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;

  /** A JVM may take seconds to start on a busy machine. */
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

  private static final Duration EXIT_TIMEOUT = Duration.ofSeconds(5);

  private final ExtractionLimits limits;
  private final Process process;
  private final DataOutputStream documents;
  private final DataInputStream responses;
  private volatile boolean killed;
  private volatile boolean expired;

  /** The limit of the document that is being read. */
  private volatile Optional<CpuTimeLimit> timeLimit = Optional.empty();

  private PdfWorkerProcess(ExtractionLimits limits) throws IOException {
    this.limits = limits;
    ProcessBuilder builder = new ProcessBuilder(PdfWorkerCommand.of(limits));
    builder.environment().clear();
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    process = builder.start();
    documents = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    responses = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
  }

  /**
   * Starts a process and waits until it is ready.
   *
   * @throws IOException if the process can't be started
   */
  static PdfWorkerProcess start(ExtractionLimits limits, ScheduledExecutorService clock)
      throws IOException {
    PdfWorkerProcess worker = new PdfWorkerProcess(limits);
    ScheduledFuture<?> tooLate =
        clock.schedule(worker::kill, START_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    try {
      WorkerProtocol.readResult(worker.responses, limits);
      return worker;
    } catch (IOException e) {
      worker.kill();
      throw new IOException("the PDF worker process exited during startup", e);
    } finally {
      tooLate.cancel(false);
    }
  }

  /**
   * Reads one PDF. The process has exited afterwards if the document exceeded a limit.
   *
   * @return empty if the process exited for an unknown reason or was starved of CPU time
   */
  Optional<ExtractionResult> read(byte[] pdf) {
    expired = false;
    timeLimit = Optional.of(CpuTimeLimit.from(process.toHandle(), limits.maxTime()));
    try {
      WorkerProtocol.writeDocument(documents, pdf);
      return Optional.of(WorkerProtocol.readResult(responses, limits));
    } catch (IOException e) {
      return expired ? Optional.of(tooSlow()) : ended();
    } finally {
      timeLimit = Optional.empty();
    }
  }

  /** Whether the process accepts another document. */
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

  /** Kills the process if its current document takes too long; called periodically. */
  void enforceTimeLimit() {
    timeLimit.ifPresent(limit -> enforce(limit.state()));
  }

  private void enforce(CpuTimeLimit.State state) {
    switch (state) {
      case WITHIN -> {}
      case TOO_SLOW -> {
        expired = true;
        kill();
      }
      case STARVED -> kill();
    }
  }

  private ExtractionFailure tooSlow() {
    return new ExtractionFailure(
        ExtractionFailure.Code.TOO_SLOW,
        "time",
        "more than " + limits.maxTime().toMillis() + " ms of CPU time");
  }

  private Optional<ExtractionResult> ended() {
    int exitCode = exitCode();
    kill();
    if (exitCode != OUT_OF_MEMORY) {
      return Optional.empty();
    }
    String message = "more than " + limits.maxMemoryMegabytes() + " MB of memory";
    return Optional.of(new ExtractionFailure(ExtractionFailure.Code.TOO_LARGE, "memory", message));
  }

  private int exitCode() {
    try {
      return process.waitFor(EXIT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
          ? process.exitValue()
          : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
