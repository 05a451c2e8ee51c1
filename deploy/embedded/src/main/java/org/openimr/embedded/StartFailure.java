package org.openimr.embedded;

/**
 * A part of the embedded stack did not start; the message says which, why, and where its log is.
 */
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  StartFailure(String message) {
    super(message);
  }

  StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
