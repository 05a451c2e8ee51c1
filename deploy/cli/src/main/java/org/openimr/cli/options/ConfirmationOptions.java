package org.openimr.cli.options;

import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import picocli.CommandLine.Option;

/** {@code --dry-run} and {@code --yes}: what would be done is seen before it is. */
public final class ConfirmationOptions {
  @Option(names = "--dry-run", description = "Only say what would be done.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Don't ask.")
  private boolean yes;

  /** Whether nothing may be changed. */
  public boolean isDryRun() {
    return dryRun;
  }

  /** Whether nobody needs to see it first. */
  public boolean isConfirmed() {
    return yes;
  }

  /**
   * Asks on the terminal.
   *
   * @throws CliException if the answer is no, or there is nobody to ask
   */
  public void confirm(Console console, String question) {
    if (!console.isTerminal()) {
      throw new CliException("Nothing was done. Look at it with --dry-run, then say --yes.");
    }
    console.note(question + " [y/N]");
    Scanner answers = new Scanner(System.in, StandardCharsets.UTF_8);
    if (!answers.hasNextLine() || !answers.nextLine().strip().equalsIgnoreCase("y")) {
      throw new CliException("Nothing was done.");
    }
  }
}
