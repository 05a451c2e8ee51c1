package org.openimr.cli.console;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes results to standard output, and progress and errors to standard error. Output is by whole
 * lines, so that lines of different threads are never mixed.
 */
public final class Console {
  /** System property set by the {@code imr} script: whether standard output is a terminal. */
  static final String OUT_TERMINAL = "imr.terminal.out";

  /** System property set by the {@code imr} script: whether standard error is a terminal. */
  static final String ERR_TERMINAL = "imr.terminal.err";

  private static final String CLEAR_LINE = "\r\u001b[2K";

  /** Time between two lines of progress without a terminal; shorter work prints none. */
  private static final Duration NOTE_INTERVAL = Duration.ofSeconds(10);

  private final PrintStream out;
  private final PrintStream err;
  private final boolean color;
  private final boolean outTerminal;
  private final boolean errTerminal;
  private final InstantSource clock;

  /** When progress was printed last or began; null without work in progress. */
  private @Nullable Instant notedAt;

  private String lastNote = "";
  private String status = "";

  /**
   * @param outTerminal whether {@code out} is a terminal
   * @param errTerminal whether {@code err} is a terminal
   * @param colorEnabled whether a terminal may show colors
   */
  public Console(
      PrintStream out,
      PrintStream err,
      boolean outTerminal,
      boolean errTerminal,
      boolean colorEnabled) {
    this(out, err, outTerminal, errTerminal, colorEnabled, InstantSource.system());
  }

  Console(
      PrintStream out,
      PrintStream err,
      boolean outTerminal,
      boolean errTerminal,
      boolean colorEnabled,
      InstantSource clock) {
    this.out = out;
    this.err = err;
    this.outTerminal = outTerminal;
    this.errTerminal = errTerminal;
    this.color = outTerminal && colorEnabled;
    this.clock = clock;
  }

  /** The console of this process; without colors if {@code NO_COLOR} is set. */
  public static Console ofProcess(Map<String, String> environment) {
    String noColor = environment.getOrDefault("NO_COLOR", "");
    return new Console(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        Boolean.getBoolean(OUT_TERMINAL),
        Boolean.getBoolean(ERR_TERMINAL),
        noColor.isEmpty() && !"dumb".equals(environment.get("TERM")));
  }

  /** Prints a line of results. */
  public synchronized void line(String text) {
    if (outTerminal) {
      clearStatus();
    }
    out.println(text);
    redrawStatus();
  }

  /** Prints a line of progress or an error message. */
  public synchronized void note(String text) {
    clearStatus();
    err.println(text);
    redrawStatus();
  }

  /** Replaces the status line at the bottom of the terminal; does nothing without a terminal. */
  public synchronized void status(String text) {
    clearStatus();
    status = text;
    redrawStatus();
    if (text.isEmpty()) {
      notedAt = null;
    }
  }

  /**
   * Shows progress: on the status line of a terminal, which an empty {@link #status} removes; else
   * as a line every ten seconds.
   */
  public synchronized void progress(String text) {
    if (errTerminal) {
      status(text);
    } else if (notedAt == null) {
      notedAt = clock.instant();
    } else if (!clock.instant().isBefore(notedAt.plus(NOTE_INTERVAL)) && !text.equals(lastNote)) {
      notedAt = clock.instant();
      lastNote = text;
      note(text);
    }
  }

  /** Whether standard error is a terminal, which can redraw a line. */
  public boolean showsStatus() {
    return errTerminal;
  }

  /** Whether the reader of the results has closed the pipe, as {@code head} does. */
  public boolean isClosed() {
    return out.checkError();
  }

  /** Whether standard output is a terminal, so that results may be truncated to fit a line. */
  public boolean isTerminal() {
    return outTerminal;
  }

  /** The text in a style if colors are enabled, else unchanged. */
  public String styled(AnsiStyle style, String text) {
    return color ? style.begin() + text + AnsiStyle.END : text;
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
