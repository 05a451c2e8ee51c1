package org.openimr.tools.evaluation.input;

/** A file or directory given by the user is invalid; the message names it and the reason. */
public final class InvalidInputException extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidInputException(String message) {
    super(message);
  }
}
