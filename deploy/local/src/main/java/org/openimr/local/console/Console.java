package org.openimr.local.console;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Standard output for results, standard error for progress and complaints. Whole lines only, so
 * that threads don't mix theirs.
 */
public final class Console {
  /** System property of the {@code imr} script: whether standard output is a terminal. */
  static final String OUT_TERMINAL = "imr.terminal.out";

  /** System property of the {@code imr} script: whether standard error is a terminal. */
  static final String ERR_TERMINAL = "imr.terminal.err";

  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final PrintStream err;
  private final boolean colour;
  private final boolean outTerminal;
  private final boolean errTerminal;
  private String status = "";

  /** For output to these streams; terminals only where said so. */
  public Console(
      PrintStream out,
      PrintStream err,
      boolean outTerminal,
      boolean errTerminal,
      boolean colourWanted) {
    this.out = out;
    this.err = err;
    this.outTerminal = outTerminal;
    this.errTerminal = errTerminal;
    this.colour = outTerminal && colourWanted;
  }

  /** The console of this process; {@code NO_COLOR} in the environment is honoured. */
  public static Console ofProcess(Map<String, String> environment) {
    String noColour = environment.getOrDefault("NO_COLOR", "");
    return new Console(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        Boolean.getBoolean(OUT_TERMINAL),
        Boolean.getBoolean(ERR_TERMINAL),
        noColour.isEmpty() && !"dumb".equals(environment.get("TERM")));
  }

  /** A line of results. */
  public synchronized void line(String text) {
    if (outTerminal) {
      clearStatus();
    }
    out.println(text);
    redrawStatus();
  }

  /** A line that is no result: progress, or what went wrong. */
  public synchronized void note(String text) {
    clearStatus();
    err.println(text);
    redrawStatus();
  }

  /** Replaces the line at the bottom of the terminal; nothing where there is none. */
  public synchronized void status(String text) {
    clearStatus();
    status = text;
    redrawStatus();
  }

  /** Whether standard error is a terminal, where a line can be drawn anew. */
  public boolean showsStatus() {
    return errTerminal;
  }

  /** Whether whoever read the results has gone, as {@code head} does. */
  public boolean isClosed() {
    return out.checkError();
  }

  /** Whether results may be cut to fit a line. */
  public boolean isTerminal() {
    return outTerminal;
  }

  /** The text in a style where colours are wanted, else as it is. */
  public String styled(Style style, String text) {
    return colour ? style.begin() + text + Style.END : text;
  }

  private void clearStatus() {
    if (errTerminal && !status.isEmpty()) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }

  private void redrawStatus() {
    if (errTerminal && !status.isEmpty()) {
      err.print(status);
      err.flush();
    }
  }
}
