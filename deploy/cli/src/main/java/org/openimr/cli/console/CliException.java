package org.openimr.cli.console;

import org.openimr.schemas.settings.Settings;

/** The command can't do its work; the message is a sentence that says what to do about it. */
public final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CliException(String sentence) {
    super(sentence);
  }

  public CliException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** The broker that the settings name is silent. */
  public static CliException brokerUnavailable(Settings settings, Throwable cause) {
    return new CliException(
        "No broker answers at %s; start one with imr up, or name another with --bootstrap."
            .formatted(settings.text(Settings.BOOTSTRAP)),
        cause);
  }
}
