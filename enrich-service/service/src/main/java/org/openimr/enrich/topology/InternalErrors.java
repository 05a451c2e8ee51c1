package org.openimr.enrich.topology;

import org.openimr.schemas.event.DeadLetterReason;

/** Creates the dead-letter reason of a letter that fails because of a bug in this software. */
final class InternalErrors {
  private InternalErrors() {}

  /** Names class and location of the error; omits its message, which may contain letter text. */
  static DeadLetterReason toDeadLetter(Throwable error) {
    return new DeadLetterReason(
        DeadLetterReason.Code.INTERNAL,
        EnrichTopology.STAGE,
        "",
        "internal error: " + error.getClass().getSimpleName() + location(error));
  }

  private static String location(Throwable error) {
    StackTraceElement[] trace = error.getStackTrace();
    return trace.length == 0
        ? ""
        : " at " + trace[0].getClassName() + ":" + trace[0].getLineNumber();
  }
}
