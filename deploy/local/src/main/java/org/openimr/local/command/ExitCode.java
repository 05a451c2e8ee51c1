package org.openimr.local.command;

/** Exit codes of {@code imr}. */
final class ExitCode {
  static final int OK = 0;

  /** A letter could not be read, or the command could not do its work. */
  static final int FAILED = 1;

  /** The command line was not understood. */
  static final int USAGE = 2;

  private ExitCode() {}
}
