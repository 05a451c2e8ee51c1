package org.openimr.sink.database.task;

import java.sql.SQLException;
import java.util.Set;

/** Distinguishes a row that the database rejects from a database that is unavailable. */
final class RowRejection {
  /** SQLSTATE classes: data exception, integrity constraint violation, program limit exceeded. */
  private static final Set<String> REJECTION_CLASSES = Set.of("22", "23", "54");

  private static final int CLASS_LENGTH = 2;
  private static final int MAX_DEPTH = 20;

  private RowRejection() {}

  static boolean isCauseOf(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (cause instanceof SQLException rejected && isRejection(rejected.getSQLState())) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isRejection(String state) {
    return state != null
        && state.length() > CLASS_LENGTH
        && REJECTION_CLASSES.contains(state.substring(0, CLASS_LENGTH));
  }
}
