package org.openimr.sink.database.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.stream.Stream;
import org.apache.kafka.connect.errors.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RowRejectionTest {

  @ParameterizedTest
  @CsvSource({
    "22001, true",
    "22P05, true",
    "23514, true",
    "54000, true",
    "08006, false",
    "40001, false",
    "42501, false",
    "53300, false",
    "57P01, false",
    "22, false",
    ", false"
  })
  void sqlStateDecides(String state, boolean rejected) {
    Throwable failure =
        new IllegalStateException("flush", new RuntimeException(new SQLException("row", state)));

    assertThat(RowRejection.isCauseOf(failure)).isEqualTo(rejected);
  }

  @Test
  void otherFailuresAreNotRejections() {
    assertThat(RowRejection.isCauseOf(new IllegalStateException("flush"))).isFalse();
  }

  static Stream<Exception> valuesThatCannotBeConverted() {
    return Stream.of(
        new ArithmeticException("long overflow"),
        new DateTimeException("year"),
        new ClassCastException(),
        new NumberFormatException(),
        new DataException("value"));
  }

  @ParameterizedTest
  @MethodSource
  void valuesThatCannotBeConverted(Exception failure) {
    assertThat(RowRejection.isCauseOf(new IllegalStateException("flush", failure))).isTrue();
  }

  @Test
  void endsAtACycleOfCauses() {
    Exception first = new Exception();
    first.initCause(new Exception(first));

    assertThat(RowRejection.isCauseOf(first)).isFalse();
  }
}
