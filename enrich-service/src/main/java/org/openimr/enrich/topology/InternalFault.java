package org.openimr.enrich.topology;

import org.openimr.schemas.DeadLetter;

/** The reason of a letter that this software has a fault with. */
final class InternalFault {
  private InternalFault() {}

  /** Says where it happened and of what kind it is; its message may hold text of the letter. */
  static DeadLetter of(Throwable fault) {
    return new DeadLetter(
        DeadLetter.Code.INTERNAL,
        EnrichTopology.STAGE,
        "",
        "a fault of the reader: " + fault.getClass().getSimpleName() + at(fault));
  }

  private static String at(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    return trace.length == 0
        ? ""
        : " at " + trace[0].getClassName() + ":" + trace[0].getLineNumber();
  }
}
