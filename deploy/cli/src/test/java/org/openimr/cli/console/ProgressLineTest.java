package org.openimr.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {
  private static final String CLEAR_LINE = "\r\u001b[2K";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0       | 0         | 5     | 0 of 0 letters (0 %)
          0       | 20        | 5     | 0 of 20 letters (0 %)
          10      | 20        | 1     | 10 of 20 letters (50 %)
          10      | 20        | 5     | 10 of 20 letters (50 %), 2/s, about 5 s left
          20      | 20        | 5     | 20 of 20 letters (100 %)
          400000  | 1700000   | 60    | 400,000 of 1,700,000 letters (23 %), 6,667/s, about 3 min 15 s left
          1       | 100       | 60    | 1 of 100 letters (1 %), 0/s, about 1 h 39 min left
          """)
  void showsAmountRateAndRemainingTime(long done, long total, int seconds, String expected) {
    assertThat(ProgressLine.text(done, total, "letters", Duration.ofSeconds(seconds)))
        .isEqualTo(expected);
  }

  @Test
  void removesLineFromTerminalWhenClosed() {
    CapturedConsole captured = CapturedConsole.terminal(false);

    try (ProgressLine progress = new ProgressLine(captured.console(), "letters")) {
      progress.update(1, 2);
    }

    assertThat(captured.err()).isEqualTo("1 of 2 letters (50 %)" + CLEAR_LINE);
  }

  @Test
  void redrawsLineOnTerminalAtMostFiveTimesPerSecond() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    CapturedConsole captured = CapturedConsole.terminal(false);
    ProgressLine progress = new ProgressLine(captured.console(), "letters", now::get);

    for (int millis = 0; millis < 1_000; millis += 10) {
      now.set(Instant.EPOCH.plusMillis(millis));
      progress.update(millis, 2_000);
    }

    assertThat(captured.err().split(" letters", -1)).hasSize(6);
  }

  @Test
  void printsLineEveryTenSecondsWithoutTerminal() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    CapturedConsole captured = CapturedConsole.file(now::get);

    try (ProgressLine progress = new ProgressLine(captured.console(), "letters", now::get)) {
      for (int second = 0; second < 25; second++) {
        now.set(Instant.EPOCH.plusSeconds(second));
        progress.update(second, 2_000);
      }
    }

    assertThat(captured.err().lines())
        .containsExactly(
            "10 of 2,000 letters (0 %), 1/s, about 33 min 10 s left",
            "20 of 2,000 letters (1 %), 1/s, about 33 min 00 s left");
    assertThat(captured.out()).isEmpty();
  }
}
