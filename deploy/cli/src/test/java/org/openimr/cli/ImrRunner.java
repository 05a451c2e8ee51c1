package org.openimr.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openimr.cli.console.Console;

/** Runs {@code imr} and keeps what it prints. */
public final class ImrRunner {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** The exit code; what was printed before is forgotten. */
  public int imr(String... arguments) {
    out.reset();
    err.reset();
    Console console = new Console(stream(out), stream(err), false, false, false);
    return Imr.commandLine(console).execute(arguments);
  }

  /** What it printed. */
  public List<String> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** What it said beside that. */
  public String notes() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
