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
 * A pool of processes that read PDFs. A worker starts when first needed, is reused for later
 * documents, and is replaced when a document hangs it, exhausts its memory or crashes it.
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
      throw new IllegalArgumentException("the pool size must be at least 1");
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
   * <p>A worker that exits for an unknown reason may have been killed by the operating system or an
   * operator, and one that makes no progress may have been starved of CPU time. The document is
   * then tried in a second worker; if that one fails too, the document is at fault.
   *
   * @throws ExtractionUnavailableException if no process can be started, after {@link #close}, or
   *     if interrupted
   */
  @Override
  public ExtractionResult read(byte[] pdf, String letterId) {
    return failedDocuments
        .find(letterId)
        .<ExtractionResult>map(failure -> failure)
        .orElseGet(() -> readUncached(pdf, letterId));
  }

  private ExtractionResult readUncached(byte[] pdf, String letterId) {
    return attempt(pdf, letterId)
        .or(() -> attempt(pdf, letterId))
        .orElseGet(() -> remember(letterId, workerCrashed()));
  }

  private static ExtractionFailure workerCrashed() {
    return new ExtractionFailure(
        ExtractionFailure.Code.PDF_UNREADABLE, "pdf", "the worker process crashed or hung");
  }

  private ExtractionFailure remember(String letterId, ExtractionFailure failure) {
    failedDocuments.add(letterId, failure);
    return failure;
  }

  private Optional<ExtractionResult> attempt(byte[] pdf, String letterId) {
    Optional<PdfWorkerProcess> worker = acquire().filter(PdfWorkerProcess::isAlive);
    try {
      worker = worker.or(() -> Optional.of(start()));
      Optional<ExtractionResult> result = worker.orElseThrow().read(pdf);
      if (closed) {
        throw new ExtractionUnavailableException("the pool was closed while a PDF was read");
      }
      if (!worker.orElseThrow().isAlive()
          && result.orElse(null) instanceof ExtractionFailure failure) {
        remember(letterId, failure);
      }
      return result;
    } finally {
      release(worker.filter(PdfWorkerProcess::isAlive));
    }
  }

  /** Puts running workers first, so that no more are started than are needed concurrently. */
  private void release(Optional<PdfWorkerProcess> worker) {
    running.removeIf(process -> !process.isAlive());
    if (worker.isPresent()) {
      idle.addFirst(worker);
    } else {
      idle.addLast(worker);
    }
  }

  /** Returns the process ids of the running workers. */
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

  private Optional<PdfWorkerProcess> acquire() {
    if (closed) {
      throw new ExtractionUnavailableException("the pool is closed");
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
      throw new ExtractionUnavailableException("can't start a PDF worker process", e);
    }
  }
}
