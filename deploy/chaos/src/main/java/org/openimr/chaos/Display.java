package org.openimr.chaos;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * What whoever started a run sees of it: a line at the bottom, and one for each thing that happens.
 */
final class Display {
  /** System property of the {@code imr} script. */
  private static final String TERMINAL = "imr.terminal.err";

  private static final String CLEAR = "\r\u001b[2K";
  private static final long QUIET_NANOS = 5_000_000_000L;

  private final PrintWriter err;
  private final boolean terminal = Boolean.getBoolean(TERMINAL);
  private final long start = System.nanoTime();
  private String status = "";
  private long told;

  Display(PrintWriter err) {
    this.err = err;
  }

  /** Seconds since the beginning. */
  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Something that happened. */
  synchronized void line(String text) {
    clear();
    err.println(stamped(text));
    redraw();
  }

  /** How far it is: drawn anew on a terminal, else a line every few seconds. */
  synchronized void status(String text) {
    if (terminal) {
      clear();
      status = stamped(text);
      redraw();
    } else if (System.nanoTime() - told > QUIET_NANOS) {
      told = System.nanoTime();
      err.println(stamped(text));
      err.flush();
    }
  }

  /** Nothing at the bottom any more. */
  synchronized void end() {
    clear();
    status = "";
    err.flush();
  }

  private String stamped(String text) {
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
