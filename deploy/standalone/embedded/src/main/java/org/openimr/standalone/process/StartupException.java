package org.openimr.standalone.process;

/**
 * A part of the embedded stack did not start; the message says which, why, and where its log is.
 */
public final class StartupException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StartupException(String message) {
    super(message);
  }

  public StartupException(String message, Throwable cause) {
    super(message, cause);
  }
}
