package org.openimr.ingest.extract;

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

/**
 * A few processes that read PDFs. Each starts when first needed, stays for the next document, and
 * is replaced when a document hangs it, uses up its memory or ends it.
 */
final class ExtractionWorkers implements PdfReader {
  private static final Duration REMEMBERED = Duration.ofMinutes(2);

  private final Limits limits;
  private final BlockingDeque<Optional<WorkerProcess>> idle = new LinkedBlockingDeque<>();
  private final Set<WorkerProcess> running = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("pdf-time-limit").unstarted(task));
  private final CostlyDocuments costly = new CostlyDocuments(REMEMBERED, Clock.systemUTC());
  private volatile boolean closed;

  ExtractionWorkers(Limits limits, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("at least one worker");
    }
    this.limits = limits;
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
   * @throws ExtractionUnavailable if this machine can't start a process, after {@link #close}, or
   *     if interrupted
   */
  @Override
  public Extraction read(byte[] pdf) {
    return costly.find(pdf).<Extraction>map(refused -> refused).orElseGet(() -> readNow(pdf));
  }

  private Extraction readNow(byte[] pdf) {
    return attempt(pdf)
        .or(() -> attempt(pdf))
        .orElseGet(
            () ->
                remembered(
                    pdf,
                    new Refused(
                        Refused.Code.PDF_UNREADABLE,
                        "pdf",
                        "it ended or hung the process that read it")));
  }

  private Refused remembered(byte[] pdf, Refused refused) {
    costly.add(pdf, refused);
    return refused;
  }

  private Optional<Extraction> attempt(byte[] pdf) {
    Optional<WorkerProcess> worker = take().filter(WorkerProcess::isAlive);
    try {
      worker = worker.or(() -> Optional.of(start()));
      Optional<Extraction> extraction = worker.orElseThrow().read(pdf);
      if (closed) {
        throw new ExtractionUnavailable("closed while a PDF was read");
      }
      if (!worker.orElseThrow().isAlive() && extraction.orElse(null) instanceof Refused refused) {
        costly.add(pdf, refused);
      }
      return extraction;
    } finally {
      giveBack(worker.filter(WorkerProcess::isAlive));
    }
  }

  /** Running ones go first, so that no more are started than are needed at a time. */
  private void giveBack(Optional<WorkerProcess> worker) {
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
        .filter(WorkerProcess::isAlive)
        .map(WorkerProcess::pid)
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    closed = true;
    running.forEach(WorkerProcess::kill);
    clock.shutdownNow();
  }

  private Optional<WorkerProcess> take() {
    if (closed) {
      throw new ExtractionUnavailable("closed");
    }
    try {
      return idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExtractionUnavailable("interrupted while waiting for a PDF worker", e);
    }
  }

  private WorkerProcess start() {
    try {
      WorkerProcess worker = WorkerProcess.start(limits, clock);
      running.add(worker);
      if (closed) {
        worker.kill();
      }
      return worker;
    } catch (IOException e) {
      throw new ExtractionUnavailable("no process can be started", e);
    }
  }
}
