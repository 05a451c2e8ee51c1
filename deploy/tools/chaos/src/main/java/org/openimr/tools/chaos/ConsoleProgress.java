package org.openimr.tools.chaos;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * What whoever started a run sees of it: a line at the bottom, and one for each thing that happens.
 */
final class ConsoleProgress {
  /** System property of the {@code imr} script. */
  private static final String TERMINAL = "imr.terminal.err";

  private static final String CLEAR = "\r\u001b[2K";
  private static final long QUIET_NANOS = 5_000_000_000L;

  private final PrintWriter err;
  private final boolean terminal = Boolean.getBoolean(TERMINAL);
  private final long start = System.nanoTime();
  private String showStatus = "";
  private long told;

  ConsoleProgress(PrintWriter err) {
    this.err = err;
  }

  /** Seconds since the beginning. */
  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Something that happened. */
  synchronized void printLine(String text) {
    clear();
    err.println(stamped(text));
    redraw();
  }

  /** How far it is: drawn anew on a terminal, else a line every few seconds. */
  synchronized void showStatus(String text) {
    if (terminal) {
      clear();
      showStatus = stamped(text);
      redraw();
    } else if (System.nanoTime() - told > QUIET_NANOS) {
      told = System.nanoTime();
      err.println(stamped(text));
      err.flush();
    }
  }

  /** Nothing at the bottom any more. */
  synchronized void finish() {
    clear();
    showStatus = "";
    err.flush();
  }

  private String stamped(String text) {
    return String.format(Locale.ROOT, "%7.1f s  %s", seconds(), text);
  }

  private void clear() {
    if (terminal && !showStatus.isEmpty()) {
      err.print(CLEAR);
    }
  }

  private void redraw() {
    if (terminal && !showStatus.isEmpty()) {
      err.print(showStatus);
    }
    err.flush();
  }
}
