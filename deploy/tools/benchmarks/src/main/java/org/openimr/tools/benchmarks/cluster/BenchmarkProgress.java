package org.openimr.tools.benchmarks.cluster;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Progress of a benchmark on standard error: a status line on a terminal, otherwise one line every
 * ten seconds.
 */
public final class BenchmarkProgress {
  /** Set by the {@code imr} script if standard error is a terminal. */
  private static final String TERMINAL = "imr.terminal.err";

  private static final String CLEAR_LINE = "\r\u001b[2K";
  private static final Duration REDRAW_INTERVAL = Duration.ofMillis(500);
  private static final Duration LINE_INTERVAL = Duration.ofSeconds(10);

  private final PrintStream out;
  private final boolean terminal;
  private String last = "";
  private long shownAt;

  /** Prints to standard error. */
  public BenchmarkProgress() {
    this(System.err, Boolean.getBoolean(TERMINAL));
  }

  BenchmarkProgress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Shows a step without a count. */
  public void show(String step) {
    end();
    last = step;
    draw();
    end();
  }

  /** Shows a count, unless the last line is too recent. */
  public void show(String step, long done, long all) {
    last = String.format(Locale.ROOT, "%-40s %,12d of %,d", step, done, all);
    Duration sinceLast = Duration.ofNanos(System.nanoTime() - shownAt);
    if (shownAt == 0 || sinceLast.compareTo(terminal ? REDRAW_INTERVAL : LINE_INTERVAL) >= 0) {
      draw();
    }
  }

  /** Ends the status line. */
  public void end() {
    if (!last.isEmpty()) {
      if (terminal) {
        draw();
        out.println();
      }
      last = "";
      shownAt = 0;
    }
  }

  private void draw() {
    shownAt = System.nanoTime();
    if (terminal) {
      out.print(CLEAR_LINE + last);
    } else {
      out.println(last);
    }
    out.flush();
  }
}
