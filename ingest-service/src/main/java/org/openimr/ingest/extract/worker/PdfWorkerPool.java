package org.openimr.ingest.extract.worker;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.model.ExtractionResult;
import org.openimr.ingest.extract.model.ExtractionUnavailableException;
import org.openimr.ingest.extract.pdf.PdfReader;
import org.openimr.runtime.bootstrap.PeriodicTask;

/**
 * A few processes that read PDFs. Each starts when first needed, stays for the next document, and
 * is replaced when a document hangs it, uses up its memory or ends it.
 */
public final class PdfWorkerPool implements PdfReader {
  private static final Duration FAILURE_TIME_TO_LIVE = Duration.ofMinutes(2);

  private final ExtractionLimits limits;
  private final BlockingDeque<Optional<PdfWorkerProcess>> idle = new LinkedBlockingDeque<>();
  private final Set<PdfWorkerProcess> running = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("pdf-start-limit").unstarted(task));
  private final PeriodicTask timeLimits;
  private final FailedDocumentCache failedDocuments =
      new FailedDocumentCache(FAILURE_TIME_TO_LIVE, Clock.systemUTC());
  private volatile boolean closed;

  public PdfWorkerPool(ExtractionLimits limits, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("at least one worker");
    }
    this.limits = limits;
    this.timeLimits =
        new PeriodicTask(
            "pdf-time-limit",
            CpuTimeLimit.checkInterval(limits.maxTime()),
            () -> running.forEach(PdfWorkerProcess::enforceTimeLimit));
    timeLimits.startDelayed();
    for (int i = 0; i < size; i++) {
      idle.add(Optional.empty());
    }
  }

  /**
   * Reads a PDF as soon as a worker is free.
   *
   * <p>A process that ends for no known reason may have been ended by the machine or its operator,
   * one that hangs without work may have been given no time, so the document gets another one; if
   * that ends too, it is the document.
   *
   * @throws ExtractionUnavailableException if this machine can't start a process, after {@link
   *     #close}, or if interrupted
   */
  @Override
  public ExtractionResult read(byte[] pdf) {
    return failedDocuments
        .find(pdf)
        .<ExtractionResult>map(refused -> refused)
        .orElseGet(() -> readNow(pdf));
  }

  private ExtractionResult readNow(byte[] pdf) {
    return attempt(pdf)
        .or(() -> attempt(pdf))
        .orElseGet(
            () ->
                remembered(
                    pdf,
                    new ExtractionFailure(
                        ExtractionFailure.Code.PDF_UNREADABLE,
                        "pdf",
                        "it ended or hung the process that read it")));
  }

  private ExtractionFailure remembered(byte[] pdf, ExtractionFailure refused) {
    failedDocuments.add(pdf, refused);
    return refused;
  }

  private Optional<ExtractionResult> attempt(byte[] pdf) {
    Optional<PdfWorkerProcess> worker = take().filter(PdfWorkerProcess::isAlive);
    try {
      worker = worker.or(() -> Optional.of(start()));
      Optional<ExtractionResult> extraction = worker.orElseThrow().read(pdf);
      if (closed) {
        throw new ExtractionUnavailableException("closed while a PDF was read");
      }
      if (!worker.orElseThrow().isAlive()
          && extraction.orElse(null) instanceof ExtractionFailure refused) {
        failedDocuments.add(pdf, refused);
      }
      return extraction;
    } finally {
      giveBack(worker.filter(PdfWorkerProcess::isAlive));
    }
  }

  /** Running ones go first, so that no more are started than are needed at a time. */
  private void giveBack(Optional<PdfWorkerProcess> worker) {
    running.removeIf(any -> !any.isAlive());
    if (worker.isPresent()) {
      idle.addFirst(worker);
    } else {
      idle.addLast(worker);
    }
  }

  /** Process ids of the workers that run now. */
  Set<Long> pids() {
    return running.stream()
        .filter(PdfWorkerProcess::isAlive)
        .map(PdfWorkerProcess::pid)
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    closed = true;
    running.forEach(PdfWorkerProcess::kill);
    timeLimits.close();
    clock.shutdownNow();
  }

  private Optional<PdfWorkerProcess> take() {
    if (closed) {
      throw new ExtractionUnavailableException("closed");
    }
    try {
      return idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExtractionUnavailableException("interrupted while waiting for a PDF worker", e);
    }
  }

  private PdfWorkerProcess start() {
    try {
      PdfWorkerProcess worker = PdfWorkerProcess.start(limits, clock);
      running.add(worker);
      if (closed) {
        worker.kill();
      }
      return worker;
    } catch (IOException e) {
      throw new ExtractionUnavailableException("no process can be started", e);
    }
  }
}
