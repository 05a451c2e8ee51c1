package org.openimr.runtime.log;

/** Failures as they may be printed: by class, for a message may quote a letter. */
public final class SafeFailureText {
  private SafeFailureText() {}

  /** The classes of a failure and its causes, {@code A < B} where B caused A. */
  public static String classChain(Throwable failure) {
    StringBuilder kinds = new StringBuilder(failure.getClass().getName());
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      kinds.append(" < ").append(cause.getClass().getName());
    }
    return kinds.toString();
  }
}
