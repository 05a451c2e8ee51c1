package org.openimr.standalone.up;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ProgressLine;
import org.openimr.standalone.pipeline.LocalPipeline;

/** Prints what is published until all letters are through, nothing moves, or someone says stop. */
public final class LetterProgress {
  private static final Duration POLL = Duration.ofMillis(100);

  private final LocalPipeline pipeline;
  private final FolderIngest folder;
  private final LetterResultConsumer feed;
  private final Console console;
  private final Duration patience;
  private final Instant start = Instant.now();
  private final long earlierDuplicates;
  private OutcomeTally tally = OutcomeTally.EMPTY;
  private long processedAndSent;
  private Instant lastProgress = start;

  /** How it ended. */
  public enum End {
    ALL_THROUGH,
    STALLED,
    ASKED
  }

  /**
   * @param patience how long nothing may come out while letters are under way
   */
  public LetterProgress(
      LocalPipeline pipeline,
      FolderIngest folder,
      LetterResultConsumer feed,
      Console console,
      Duration patience) {
    this.pipeline = pipeline;
    this.folder = folder;
    this.feed = feed;
    this.console = console;
    this.patience = patience;
    this.earlierDuplicates = pipeline.letterCounts().duplicates();
  }

  /**
   * Prints until the end.
   *
   * @param untilDone whether it ends when all letters of the folder are through
   * @param asked whether someone says stop
   */
  public End run(boolean untilDone, BooleanSupplier asked) throws IOException {
    DecisionFormatter lines = new DecisionFormatter(console);
    try (ProgressLine progress = new ProgressLine(console, "letters")) {
      while (!asked.getAsBoolean()) {
        List<LetterResult> results = feed.poll(POLL);
        for (LetterResult result : results) {
          tally = tally.plus(result);
          lines.of(result).forEach(console::line);
        }
        UpRunSummary now = updatedSummary();
        progress.update(now.processed(), now.letters());
        if (untilDone && folder.isAllSent() && now.processed() >= now.letters()) {
          return End.ALL_THROUGH;
        }
        if (untilDone && isStalled()) {
          return End.STALLED;
        }
      }
      return End.ASKED;
    }
  }

  /** What became of the letters so far. */
  public UpRunSummary summary() {
    long duplicates = Math.max(0, pipeline.letterCounts().duplicates() - earlierDuplicates);
    long letters = Math.max(folder.sent(), tally.letters() + duplicates);
    return new UpRunSummary(letters, tally, duplicates, Duration.between(start, lastProgress));
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
    return Duration.between(lastProgress, Instant.now()).compareTo(patience) > 0;
  }
}
