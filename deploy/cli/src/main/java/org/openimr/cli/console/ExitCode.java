package org.openimr.cli.console;

import java.util.LinkedHashMap;
import java.util.Map;

/** Exit codes of {@code imr}; they mean the same for every subcommand. */
public final class ExitCode {
  /** The command succeeded and found nothing to report. */
  public static final int OK = 0;

  /** The command ran to its end and reports a difference, a rejected letter or a failed check. */
  public static final int FINDINGS = 1;

  /** The command line is invalid. */
  public static final int USAGE = 2;

  /** The command could not do its work, for example because the broker did not answer. */
  public static final int FAILED = 3;

  /** The command was stopped by SIGINT or SIGTERM: 128 + 2, the convention of shells. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}

  /** Descriptions by exit code, in ascending order, as {@code imr --help} prints them. */
  public static Map<String, String> descriptions() {
    Map<String, String> descriptions = new LinkedHashMap<>();
    descriptions.put(Integer.toString(OK), "the command succeeded");
    descriptions.put(
        Integer.toString(FINDINGS),
        "the command ran and found something: a difference, a rejected letter, a failed check");
    descriptions.put(Integer.toString(USAGE), "the command line is invalid");
    descriptions.put(Integer.toString(FAILED), "the command failed; standard error has the reason");
    descriptions.put(Integer.toString(INTERRUPTED), "the command was stopped by Ctrl-C");
    return descriptions;
  }
}
