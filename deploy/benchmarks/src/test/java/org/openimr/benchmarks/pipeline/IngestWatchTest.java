package org.openimr.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestWatchTest {
  private static final int MIB = 1024 * 1024;

  @ParameterizedTest
  @CsvSource({
    "400, 'yes, +0.0 %'",
    "418, 'yes, +4.5 %'",
    "440, 'no, +10.0 %'",
    "300, 'yes, -25.0 %'"
  })
  void memoryIsFlatIfTheLastFifthNeedsNoMoreThanTheSecond(int lateMib, String said) {
    IngestWatch watch = new IngestWatch(Instant.EPOCH);

    IntStream.rangeClosed(0, 100)
        .forEach(
            second ->
                watch.add(
                    Instant.EPOCH.plusSeconds(second),
                    second,
                    0,
                    new ProcessUsage(Duration.ZERO, (second < 50 ? 400L : lateMib) * MIB, 0)));

    assertThat(described(watch)).contains("| " + said + " |");
  }

  private static String described(IngestWatch watch) {
    StringWriter out = new StringWriter();
    Measured measured = new Measured("ingest", "");
    watch.describeMemory(measured);
    measured.print(new PrintWriter(out));
    return out.toString();
  }
}
