package org.openimr.cli.console;

/** Exit codes of {@code imr}. */
public final class ExitCode {
  public static final int OK = 0;

  /** A letter could not be read, or the command could not do its work. */
  public static final int FAILED = 1;

  /** The command line was not understood. */
  public static final int USAGE = 2;

  private ExitCode() {}
}
