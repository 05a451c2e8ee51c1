package org.openimr.cli.console;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** A console whose output a test can read. */
public final class CapturedConsole {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console;

  private CapturedConsole(boolean terminal, boolean colorEnabled, InstantSource clock) {
    this.console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            terminal,
            colorEnabled,
            clock);
  }

  public static CapturedConsole file() {
    return file(InstantSource.system());
  }

  static CapturedConsole file(InstantSource clock) {
    return new CapturedConsole(false, true, clock);
  }

  public static CapturedConsole terminal(boolean colorEnabled) {
    return new CapturedConsole(true, colorEnabled, InstantSource.system());
  }

  public Console console() {
    return console;
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
