package org.openimr.sink.database.task;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Set;
import org.apache.kafka.connect.errors.DataException;

/** Distinguishes a row that cannot be written from a database that is unavailable. */
final class RowRejection {
  /** SQLSTATE classes: data exception, integrity constraint violation, program limit exceeded. */
  private static final Set<String> REJECTION_CLASSES = Set.of("22", "23", "54");

  private static final int CLASS_LENGTH = 2;
  private static final int MAX_DEPTH = 20;

  private RowRejection() {}

  static boolean isCauseOf(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (isRejection(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** The database rejects a row, or Debezium or the driver can't convert one of its values. */
  private static boolean isRejection(Throwable cause) {
    return switch (cause) {
      case SQLException rejected -> isRejection(rejected.getSQLState());
      case ArithmeticException ignored -> true;
      case DateTimeException ignored -> true;
      case ClassCastException ignored -> true;
      case IllegalArgumentException ignored -> true;
      case DataException ignored -> true;
      default -> false;
    };
  }

  private static boolean isRejection(String state) {
    return state != null
        && state.length() > CLASS_LENGTH
        && REJECTION_CLASSES.contains(state.substring(0, CLASS_LENGTH));
  }
}
