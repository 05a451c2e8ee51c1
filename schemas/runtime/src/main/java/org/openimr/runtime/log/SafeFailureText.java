package org.openimr.runtime.log;

/** Formats failures for logs and reports by class only: messages may quote a letter. */
public final class SafeFailureText {
  private SafeFailureText() {}

  /** The classes of a failure and its causes, {@code A < B} where B caused A. */
  public static String classChain(Throwable failure) {
    StringBuilder classes = new StringBuilder(failure.getClass().getName());
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      classes.append(" < ").append(cause.getClass().getName());
    }
    return classes.toString();
  }
}
