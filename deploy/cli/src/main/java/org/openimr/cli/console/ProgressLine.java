package org.openimr.cli.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Progress of work that can be counted: amount, rate and remaining time, on one line. See {@link
 * Console#progress} for where and how often it appears.
 */
public final class ProgressLine implements AutoCloseable {
  private static final Duration REDRAW_INTERVAL = Duration.ofMillis(200);

  /** The rate of a shorter time is not meaningful. */
  private static final Duration RATE_DELAY = Duration.ofSeconds(2);

  private final Console console;
  private final String unit;
  private final InstantSource clock;
  private final Instant start;
  private Instant drawn = Instant.MIN;

  /**
   * @param unit plural noun for what is counted, such as {@code letters}
   */
  public ProgressLine(Console console, String unit) {
    this(console, unit, InstantSource.system());
  }

  ProgressLine(Console console, String unit, InstantSource clock) {
    this.console = console;
    this.unit = unit;
    this.clock = clock;
    this.start = clock.instant();
  }

  /** Shows that {@code done} of {@code total} are finished. */
  public void update(long done, long total) {
    Instant now = clock.instant();
    if (now.isBefore(drawn.plus(REDRAW_INTERVAL)) && done < total) {
      return;
    }
    drawn = now;
    console.progress(text(done, total, unit, Duration.between(start, now)));
  }

  /** Removes the line from the terminal. */
  @Override
  public void close() {
    console.status("");
  }

  static String text(long done, long total, String unit, Duration elapsed) {
    String amount =
        String.format(
            Locale.ROOT,
            "%,d of %,d %s (%d %%)",
            done,
            total,
            unit,
            total == 0 ? 0 : 100 * done / total);
    if (done == 0 || done >= total || elapsed.compareTo(RATE_DELAY) < 0) {
      return amount;
    }
    double seconds = elapsed.toMillis() / 1000.0;
    return String.format(
        Locale.ROOT,
        "%s, %,d/s, about %s left",
        amount,
        Math.round(done / seconds),
        duration(Math.round(seconds * (total - done) / done)));
  }

  private static String duration(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? "%d min %02d s".formatted(seconds / 60, seconds % 60)
        : "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60);
  }
}
