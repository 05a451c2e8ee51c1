package org.openimr.cli.console;

import org.openimr.schemas.settings.Settings;

/**
 * A failure that a command reports to the user. The message is one or more sentences that state the
 * failure and what the user can do about it.
 */
public final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CliException(String message) {
    super(message);
  }

  public CliException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The broker named in the settings does not answer. */
  public static CliException brokerUnavailable(Settings settings, Throwable cause) {
    return new CliException(
        "No broker answers at %s. Start it, or name another with --bootstrap-server."
            .formatted(settings.text(Settings.BOOTSTRAP)),
        cause);
  }
}
