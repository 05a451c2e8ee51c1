package org.openimr.cli.options;

import picocli.CommandLine.Option;

/** {@code --dry-run}, for commands that do not ask for confirmation. */
public final class DryRunOption {
  @Option(names = "--dry-run", description = "Show what would be changed, and change nothing.")
  private boolean dryRun;

  /** Whether nothing may be changed. */
  public boolean isDryRun() {
    return dryRun;
  }
}
