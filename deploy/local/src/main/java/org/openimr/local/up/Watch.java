package org.openimr.local.up;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openimr.local.console.Console;
import org.openimr.local.console.DecisionLines;
import org.openimr.local.console.Progress;
import org.openimr.local.console.Summary;
import org.openimr.sink.monitor.DecisionFeed;
import org.openimr.sink.monitor.LetterResult;
import org.openimr.sink.monitor.Tally;

/** Prints what is published until all letters are through, nothing moves, or someone says stop. */
public final class Watch {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Pipeline pipeline;
  private final LetterFolder folder;
  private final DecisionFeed feed;
  private final Console console;
  private final Duration patience;
  private final Instant start = Instant.now();
  private final long earlierDuplicates;
  private Tally tally = Tally.EMPTY;
  private long moves;
  private Instant lastMove = start;

  /** How it ended. */
  public enum End {
    ALL_THROUGH,
    STALLED,
    ASKED
  }

  /**
   * @param patience how long nothing may come out while letters are under way
   */
  public Watch(
      Pipeline pipeline,
      LetterFolder folder,
      DecisionFeed feed,
      Console console,
      Duration patience) {
    this.pipeline = pipeline;
    this.folder = folder;
    this.feed = feed;
    this.console = console;
    this.patience = patience;
    this.earlierDuplicates = pipeline.ledger().duplicates();
  }

  /**
   * Prints until the end.
   *
   * @param untilDone whether it ends when all letters of the folder are through
   * @param asked whether someone says stop
   */
  public End run(boolean untilDone, BooleanSupplier asked) throws IOException {
    DecisionLines lines = new DecisionLines(console);
    try (Progress progress = new Progress(console)) {
      while (!asked.getAsBoolean()) {
        List<LetterResult> results = feed.poll(POLL);
        for (LetterResult result : results) {
          tally = tally.plus(result);
          lines.of(result).forEach(console::line);
        }
        Summary now = moved();
        progress.show(now.done(), now.letters());
        if (untilDone && folder.isAllTaken() && now.done() >= now.letters()) {
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
  public Summary summary() {
    long duplicates = Math.max(0, pipeline.ledger().duplicates() - earlierDuplicates);
    long letters = Math.max(folder.taken(), tally.letters() + duplicates);
    return new Summary(letters, tally, duplicates, Duration.between(start, lastMove));
  }

  private Summary moved() {
    Summary now = summary();
    if (now.done() + now.letters() != moves) {
      moves = now.done() + now.letters();
      lastMove = Instant.now();
    }
    return now;
  }

  private boolean isStalled() {
    return Duration.between(lastMove, Instant.now()).compareTo(patience) > 0;
  }
}
