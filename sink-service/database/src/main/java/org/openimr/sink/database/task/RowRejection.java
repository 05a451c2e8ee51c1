package org.openimr.sink.database.task;

import java.sql.SQLException;
import java.util.Set;

/** Tells a row that the database does not take from a database that is away. */
final class RowRejection {
  /** SQLSTATE's classes: data exception, integrity constraint violation, limit exceeded. */
  private static final Set<String> CLASSES = Set.of("22", "23", "54");

  private static final int CLASS_LENGTH = 2;
  private static final int DEEPEST = 20;

  private RowRejection() {}

  static boolean isCauseOf(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof SQLException refused && isRefusal(refused.getSQLState())) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isRefusal(String state) {
    return state != null
        && state.length() > CLASS_LENGTH
        && CLASSES.contains(state.substring(0, CLASS_LENGTH));
  }
}
