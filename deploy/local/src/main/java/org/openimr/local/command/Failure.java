package org.openimr.local.command;

import org.openimr.schemas.Settings;

/** The command can't do its work; the message is a sentence that says what to do about it. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Failure(String sentence) {
    super(sentence);
  }

  public Failure(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** The broker that the settings name is silent. */
  public static Failure noAnswer(Settings settings, Throwable cause) {
    return new Failure(
        "No broker answers at %s; start one with imr up, or name another with --bootstrap."
            .formatted(settings.text(Settings.BOOTSTRAP)),
        cause);
  }
}
