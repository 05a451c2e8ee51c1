package org.openimr.standalone.up;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ProgressLine;
import org.openimr.standalone.pipeline.LocalPipeline;

/** Prints published results until all letters are done, progress stalls, or a stop is requested. */
public final class LetterProgress {
  private static final Duration POLL = Duration.ofMillis(100);

  private final LocalPipeline pipeline;
  private final FolderIngest folder;
  private final LetterResultConsumer feed;
  private final Console console;
  private final Duration stallTimeout;
  private final Instant start = Instant.now();
  private final LetterBaseline earlier;
  private OutcomeTally tally = OutcomeTally.EMPTY;
  private long processedAndSent;
  private Instant lastProgress = start;

  /** Why a run ended. */
  public enum End {
    COMPLETED,
    STALLED,
    STOP_REQUESTED
  }

  /**
   * @param earlier the counts before the first letter of this run
   * @param stallTimeout how long pending letters may make no progress
   */
  public LetterProgress(
      LocalPipeline pipeline,
      LetterBaseline earlier,
      FolderIngest folder,
      LetterResultConsumer feed,
      Console console,
      Duration stallTimeout) {
    this.pipeline = pipeline;
    this.folder = folder;
    this.feed = feed;
    this.console = console;
    this.stallTimeout = stallTimeout;
    this.earlier = earlier;
  }

  /**
   * Prints results until the end.
   *
   * @param untilDone whether to end when all letters of the directory are done
   * @param stopRequested ends the run when it returns true
   */
  public End run(boolean untilDone, BooleanSupplier stopRequested) throws IOException {
    DecisionFormatter lines = new DecisionFormatter(console);
    try (ProgressLine progress = new ProgressLine(console, "letters")) {
      while (!stopRequested.getAsBoolean()) {
        List<LetterResult> results = feed.poll(POLL);
        for (LetterResult result : results) {
          tally = tally.plus(result);
          lines.of(result).forEach(console::line);
        }
        boolean allSent = folder.isAllSent();
        UpRunSummary now = updatedSummary();
        progress.update(now.processed(), now.letters());
        if (untilDone && allSent && now.processed() >= now.letters()) {
          return End.COMPLETED;
        }
        if (untilDone && isStalled()) {
          return End.STALLED;
        }
      }
      return End.STOP_REQUESTED;
    }
  }

  /**
   * Summary of the letters so far. The results are counted before the additional letters, so that a
   * document with several letters is not complete after the first.
   */
  public UpRunSummary summary() {
    LetterBaseline counted = LetterBaseline.of(pipeline).since(earlier);
    long letters =
        Math.max(
            folder.sent() + counted.additionalLetters(), tally.letters() + counted.duplicates());
    return new UpRunSummary(
        letters, tally, counted.duplicates(), Duration.between(start, lastProgress));
  }

  private UpRunSummary updatedSummary() {
    UpRunSummary now = summary();
    if (now.processed() + now.letters() != processedAndSent) {
      processedAndSent = now.processed() + now.letters();
      lastProgress = Instant.now();
    }
    return now;
  }

  private boolean isStalled() {
    return Duration.between(lastProgress, Instant.now()).compareTo(stallTimeout) > 0;
  }
}
