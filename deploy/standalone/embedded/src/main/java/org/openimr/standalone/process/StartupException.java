package org.openimr.standalone.process;

/**
 * An embedded server failed to start. The message names the server, the reason and its log file.
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
