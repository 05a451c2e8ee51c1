package org.openimr.tools.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BenchCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"replay", "latency", "ingest", "sinks", "scaling"})
  void helpHasExamplesAndCommonOptions(String benchmark) {
    assertThat(run(benchmark, "--help")).isZero();

    assertThat(out.toString())
        .contains("Examples:", "imr bench " + benchmark)
        .contains("--out=DIR", "--kafka=KEY=VALUE", "--flag=FLAG", "--broker-flag=FLAG")
        .contains("--profile=DIR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"replay", "latency", "ingest", "sinks", "scaling"})
  void rejectsUnwritableDirectoryBeforeMeasuring(String benchmark, @TempDir Path directory)
      throws IOException {
    Path file = Files.writeString(directory.resolve("taken"), "");
    long start = System.nanoTime();

    int exit = run(benchmark, "--out=" + file.resolve("results"));

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString())
        .contains(file.resolve("results") + " is not writable")
        .contains("specify another directory with --out");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void rejectsMissingBenchmark() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("Specify a benchmark");
  }

  private int run(String... arguments) {
    return new CommandLine(new BenchCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
