package org.openimr.benchmarks.pipeline;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line on standard error that says what is being done and how far that is, each second. */
final class Progress {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final PrintStream out;
  private String last = "";
  private long shownAt;

  Progress(PrintStream out) {
    this.out = out;
  }

  /** Replaces the line, if the last one has stood for a while. */
  void show(String what, long done, long all) {
    last = String.format(Locale.ROOT, "\r%-40s %,12d of %,d   ", what, done, all);
    long now = System.nanoTime();
    if (shownAt == 0 || now - shownAt >= EVERY.toNanos()) {
      shownAt = now;
      out.print(last);
      out.flush();
    }
  }

  /** Leaves the line as it was last. */
  void end() {
    out.println(last);
    last = "";
    shownAt = 0;
  }
}
