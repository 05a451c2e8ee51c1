package org.openimr.cli.console;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

  /** Between two lines about progress where there is no terminal; shorter work has none. */
  private static final Duration NOTE_INTERVAL = Duration.ofSeconds(10);

  private final PrintStream out;
  private final PrintStream err;
  private final boolean color;
  private final boolean outTerminal;
  private final boolean errTerminal;
  private final InstantSource clock;

  /** When progress was told last or began; null while there is none. */
  private Instant notedAt;

  private String lastNote = "";
  private String status = "";

  /** For output to these streams; terminals only where said so. */
  public Console(
      PrintStream out,
      PrintStream err,
      boolean outTerminal,
      boolean errTerminal,
      boolean colourWanted) {
    this(out, err, outTerminal, errTerminal, colourWanted, InstantSource.system());
  }

  Console(
      PrintStream out,
      PrintStream err,
      boolean outTerminal,
      boolean errTerminal,
      boolean colourWanted,
      InstantSource clock) {
    this.out = out;
    this.err = err;
    this.outTerminal = outTerminal;
    this.errTerminal = errTerminal;
    this.color = outTerminal && colourWanted;
    this.clock = clock;
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
    if (text.isEmpty()) {
      notedAt = null;
    }
  }

  /**
   * How far something is: at the bottom of the terminal, to be ended by an empty {@link #status};
   * where there is none, a line every ten seconds, as long as it goes on.
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
