package org.openimr.cli.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.openimr.cli.console.Console;

/**
 * How far it is and how long it will take yet: a line that is drawn anew, or now and then a note.
 */
final class RemainingTimeLine {
  private static final Duration REDRAW_INTERVAL = Duration.ofMillis(200);
  private static final Duration NOTE_INTERVAL = Duration.ofSeconds(10);

  /** Before it, nothing is shown: short work needs no progress. */
  private static final Duration INITIAL_DELAY = Duration.ofSeconds(2);

  private final Console console;
  private final InstantSource clock;
  private final Instant begin;
  private Instant shown;

  RemainingTimeLine(Console console, InstantSource clock) {
    this.console = console;
    this.clock = clock;
    this.begin = clock.instant();
    this.shown = begin.plus(INITIAL_DELAY).minus(NOTE_INTERVAL);
  }

  void update(long read, long all) {
    Instant now = clock.instant();
    boolean early = Duration.between(begin, now).compareTo(INITIAL_DELAY) < 0;
    Duration least = console.showsStatus() ? REDRAW_INTERVAL : NOTE_INTERVAL;
    if (early || Duration.between(shown, now).compareTo(least) < 0) {
      return;
    }
    shown = now;
    String line = line(read, all, Duration.between(begin, now));
    if (console.showsStatus()) {
      console.status(line);
    } else {
      console.note(line);
    }
  }

  void end() {
    console.status("");
  }

  static String line(long read, long all, Duration so) {
    if (read == 0 || all == 0) {
      return "reading";
    }
    double seconds = so.toMillis() / 1000.0;
    long left = Math.round(seconds * (all - read) / read);
    return String.format(
        Locale.ROOT,
        "%,d of %,d records read (%d %%), %,d/s, about %s left",
        read,
        all,
        100 * read / all,
        Math.round(read / seconds),
        words(left));
  }

  private static String words(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? "%d min %02d s".formatted(seconds / 60, seconds % 60)
        : "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60);
  }
}
