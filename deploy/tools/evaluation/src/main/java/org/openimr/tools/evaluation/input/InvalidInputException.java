package org.openimr.tools.evaluation.input;

/** What the user pointed at can't be used; the message says which file and why. */
public final class InvalidInputException extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidInputException(String message) {
    super(message);
  }
}
