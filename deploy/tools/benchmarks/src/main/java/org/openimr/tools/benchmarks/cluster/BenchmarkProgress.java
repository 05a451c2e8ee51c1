package org.openimr.tools.benchmarks.cluster;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * What is being done and how far that is: one line that is drawn anew where standard error is a
 * terminal, else a line now and then.
 */
public final class BenchmarkProgress {
  /** System property of the {@code imr} script. */
  private static final String TERMINAL = "imr.terminal.err";

  private static final String CLEAR_LINE = "\r\u001b[2K";
  private static final Duration REDRAW = Duration.ofMillis(500);
  private static final Duration NOTE = Duration.ofSeconds(10);

  private final PrintStream out;
  private final boolean terminal;
  private String last = "";
  private long shownAt;

  /** On standard error. */
  public BenchmarkProgress() {
    this(System.err, Boolean.getBoolean(TERMINAL));
  }

  BenchmarkProgress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Something began that can't be counted. */
  public void show(String what) {
    end();
    last = what;
    draw();
    end();
  }

  /** So much is done; shown if the last line has stood for a while. */
  public void show(String what, long done, long all) {
    last = String.format(Locale.ROOT, "%-40s %,12d of %,d", what, done, all);
    Duration stood = Duration.ofNanos(System.nanoTime() - shownAt);
    if (shownAt == 0 || stood.compareTo(terminal ? REDRAW : NOTE) >= 0) {
      draw();
    }
  }

  /** Leaves the last line as it is. */
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
