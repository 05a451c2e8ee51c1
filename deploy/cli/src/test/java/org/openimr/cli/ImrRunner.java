package org.openimr.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openimr.cli.console.Console;

/** Runs {@code imr} in this process and captures its output. */
public final class ImrRunner {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Runs a command line, replaces the captured output, and returns the exit code. */
  public int imr(String... arguments) {
    out.reset();
    err.reset();
    Console console = new Console(stream(out), stream(err), false, false, false);
    return Imr.commandLine(console).execute(arguments);
  }

  /** Lines of standard output. */
  public List<String> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** Text of standard error. */
  public String notes() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
