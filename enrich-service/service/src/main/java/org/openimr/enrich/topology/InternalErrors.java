package org.openimr.enrich.topology;

import org.openimr.schemas.event.DeadLetterReason;

/** The reason of a letter that this software has a fault with. */
final class InternalErrors {
  private InternalErrors() {}

  /** Says where it happened and of what kind it is; its message may hold text of the letter. */
  static DeadLetterReason toDeadLetter(Throwable fault) {
    return new DeadLetterReason(
        DeadLetterReason.Code.INTERNAL,
        EnrichTopology.STAGE,
        "",
        "a fault of the reader: " + fault.getClass().getSimpleName() + location(fault));
  }

  private static String location(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    return trace.length == 0
        ? ""
        : " at " + trace[0].getClassName() + ":" + trace[0].getLineNumber();
  }
}
