package org.openimr.runtime.log;

import ch.qos.logback.classic.spi.IThrowableProxy;

/** A logged failure by the classes of it and its causes: their messages may quote a letter. */
final class ExceptionClassChain {
  private ExceptionClassChain() {}

  /** {@code A < B} where B caused A. */
  static String of(IThrowableProxy failure) {
    StringBuilder kinds = new StringBuilder(failure.getClassName());
    for (IThrowableProxy cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      kinds.append(" < ").append(cause.getClassName());
    }
    return kinds.toString();
  }
}
