package org.openimr.cli.options;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code --dry-run} and {@code --yes}, for commands that show what they would change before they
 * change it.
 */
public final class ConfirmationOptions {
  private final InputStream answers;

  @Mixin private DryRunOption dryRun = new DryRunOption();

  @Option(names = "--yes", description = "Do not ask for confirmation.")
  private boolean yes;

  /** Reads answers from standard input. */
  public ConfirmationOptions() {
    this(System.in);
  }

  ConfirmationOptions(InputStream answers) {
    this.answers = answers;
  }

  /** Whether nothing may be changed. */
  public boolean isDryRun() {
    return dryRun.isDryRun();
  }

  /** Whether the command has to show what it would change: a dry run, or a question follows. */
  public boolean isPreviewNeeded() {
    return dryRun.isDryRun() || !yes;
  }

  /**
   * Asks the user to confirm a change, unless {@code --yes} is given.
   *
   * @throws CliException if the answer is not yes, or standard output is not a terminal
   */
  public void confirm(Console console, String question) {
    if (yes) {
      return;
    }
    if (!console.isTerminal()) {
      throw new CliException(
          "Nothing was changed. Check the changes with --dry-run, then repeat with --yes.");
    }
    console.note(question + " [y/N]");
    Scanner lines = new Scanner(answers, StandardCharsets.UTF_8);
    if (!lines.hasNextLine() || !lines.nextLine().strip().equalsIgnoreCase("y")) {
      throw new CliException("Nothing was changed.");
    }
  }
}
