package org.openimr.tools.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EvaluationProgressTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void removesLineOnTerminalAtEnd() {
    run(true, 5);

    assertThat(err.toString(UTF_8)).contains("3 of 100 letters").endsWith("\r\u001b[2K");
    assertThat(err.toString(UTF_8)).doesNotContain("\n");
  }

  @Test
  void printsLineEveryTenSecondsWithoutTerminal() {
    run(false, 25);

    assertThat(err.toString(UTF_8).lines())
        .containsExactly("10 of 100 letters", "20 of 100 letters");
  }

  @Test
  void printsNothingForShortRun() {
    run(true, 1);

    assertThat(err.toString(UTF_8)).isEmpty();
  }

  private void run(boolean terminal, int seconds) {
    PrintStream stream = new PrintStream(err, true, UTF_8);
    try (EvaluationProgress progress = new EvaluationProgress(100, stream, terminal, now::get)) {
      for (int second = 0; second <= seconds; second++) {
        now.set(Instant.EPOCH.plusSeconds(second));
        progress.accept(second);
      }
    }
  }
}
