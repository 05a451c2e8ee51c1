package org.openimr.tools.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.tools.benchmarks.cluster.ProcessUsage;
import org.openimr.tools.benchmarks.report.BenchmarkReport;

class IngestMeasurementTest {
  private static final int MIB = 1024 * 1024;

  @ParameterizedTest
  @CsvSource({
    "400, 'yes, +0.0 %'",
    "418, 'yes, +4.5 %'",
    "440, 'no, +10.0 %'",
    "300, 'yes, -25.0 %'"
  })
  void memoryIsFlatIfLastFifthUsesNoMoreThanSecond(int lateMib, String expected) {
    IngestMeasurement measurement = new IngestMeasurement(Instant.EPOCH);

    IntStream.rangeClosed(0, 100)
        .forEach(
            second ->
                measurement.add(
                    Instant.EPOCH.plusSeconds(second),
                    second,
                    0,
                    new ProcessUsage(Duration.ZERO, (second < 50 ? 400L : lateMib) * MIB, 0)));

    assertThat(describe(measurement)).contains("| " + expected + " |");
  }

  private static String describe(IngestMeasurement measurement) {
    StringWriter out = new StringWriter();
    BenchmarkReport report = new BenchmarkReport("ingest", "");
    measurement.describeMemory(report);
    report.print(new PrintWriter(out));
    return out.toString();
  }
}
