package org.openimr.tools.chaos;

import java.io.PrintWriter;
import java.util.Locale;

/** Console output of a chaos run: one line per event, and a status line at the bottom. */
final class ConsoleProgress {
  /** Set by the {@code imr} script if standard error is a terminal. */
  private static final String TERMINAL = "imr.terminal.err";

  private static final String CLEAR = "\r\u001b[2K";
  private static final long MIN_INTERVAL_NANOS = 5_000_000_000L;

  private final PrintWriter err;
  private final boolean terminal = Boolean.getBoolean(TERMINAL);
  private final long start = System.nanoTime();
  private String status = "";
  private long lastPrinted;

  ConsoleProgress(PrintWriter err) {
    this.err = err;
  }

  /** Seconds since the start of the run. */
  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Prints an event. */
  synchronized void printLine(String text) {
    clear();
    err.println(timestamped(text));
    redraw();
  }

  /** Redraws the status line on a terminal; otherwise prints one line every five seconds. */
  synchronized void showStatus(String text) {
    if (terminal) {
      clear();
      status = timestamped(text);
      redraw();
    } else if (System.nanoTime() - lastPrinted > MIN_INTERVAL_NANOS) {
      lastPrinted = System.nanoTime();
      err.println(timestamped(text));
      err.flush();
    }
  }

  /** Removes the status line. */
  synchronized void finish() {
    clear();
    status = "";
    err.flush();
  }

  private String timestamped(String text) {
    return String.format(Locale.ROOT, "%7.1f s  %s", seconds(), text);
  }

  private void clear() {
    if (terminal && !status.isEmpty()) {
      err.print(CLEAR);
    }
  }

  private void redraw() {
    if (terminal && !status.isEmpty()) {
      err.print(status);
    }
    err.flush();
  }
}
