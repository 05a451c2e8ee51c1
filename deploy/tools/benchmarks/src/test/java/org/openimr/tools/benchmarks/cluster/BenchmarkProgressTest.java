package org.openimr.tools.benchmarks.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class BenchmarkProgressTest {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @Test
  void redrawsLineOnTerminalAndKeepsItAtEnd() {
    BenchmarkProgress progress = new BenchmarkProgress(new PrintStream(shown, true, UTF_8), true);

    progress.show("enrich", 1, 1_000);
    progress.show("enrich", 1_000, 1_000);
    progress.end();

    assertThat(shown.toString(UTF_8)).contains("1 of 1,000").endsWith("1,000 of 1,000\n");
    assertThat(shown.toString(UTF_8)).containsOnlyOnce("\n");
  }

  @Test
  void printsPlainLinesWithoutTerminal() {
    BenchmarkProgress progress = new BenchmarkProgress(new PrintStream(shown, true, UTF_8), false);

    for (int done = 1; done <= 1_000; done++) {
      progress.show("enrich", done, 1_000);
    }
    progress.end();

    assertThat(shown.toString(UTF_8).lines()).hasSize(1).first().asString().endsWith("1 of 1,000");
    assertThat(shown.toString(UTF_8)).doesNotContain("\r", "\u001b");
  }
}
