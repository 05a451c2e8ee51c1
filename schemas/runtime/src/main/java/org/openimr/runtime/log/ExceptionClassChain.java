package org.openimr.runtime.log;

import ch.qos.logback.classic.spi.IThrowableProxy;

/** Formats a logged failure as the classes of its causes: messages may quote a letter. */
final class ExceptionClassChain {
  private ExceptionClassChain() {}

  /** The class chain, {@code A < B} where B caused A. */
  static String of(IThrowableProxy failure) {
    StringBuilder classes = new StringBuilder(failure.getClassName());
    for (IThrowableProxy cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      classes.append(" < ").append(cause.getClassName());
    }
    return classes.toString();
  }
}
