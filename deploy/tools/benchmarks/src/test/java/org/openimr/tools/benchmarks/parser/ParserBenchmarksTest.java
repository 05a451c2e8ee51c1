package org.openimr.tools.benchmarks.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ParserBenchmarksTest {

  @Test
  void printsTableWithBaseline() {
    StringWriter out = new StringWriter();

    int exit =
        new CommandLine(new ParserBenchmarks())
            .setOut(new PrintWriter(out))
            .execute("--forks=0", "--warmup=0", "--iterations=1", "--time=20");

    assertThat(exit).isZero();
    assertThat(out.toString())
        .contains("| scan | ")
        .contains("| parse | ")
        .contains("| serialize | ")
        .contains("| parse, 1,000 distinct letters | ")
        .contains("| resolve, one citation, catalogue of 1,000 | ")
        .contains("- JDK: ")
        .contains("1 iterations of 20 ms after 0 to warm up");
  }

  @Test
  void largeCatalogueHasDeclaredSize() {
    assertThat(ResolutionBenchmark.entries()).hasSize(ResolutionBenchmark.ENTRIES);
    assertThat(ResolutionBenchmark.entries().stream().mapToInt(g -> g.aliases().size()).sum())
        .isGreaterThanOrEqualTo(ResolutionBenchmark.ALIASES);
  }

  @Test
  void benchmarkLetterHasMeanSize() {
    assertThat(BenchmarkLetter.text().getBytes(UTF_8)).hasSizeBetween(6_250, 6_350);
    assertThat(new ParserFixture().letter(BenchmarkLetter.text()).items()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"1;2;9, 2", "1;2;4;9, 3", "5, 5"})
  void computesMedian(String sorted, double median) {
    double[] values = Arrays.stream(sorted.split(";")).mapToDouble(Double::parseDouble).toArray();

    assertThat(JmhResultTable.median(values)).isEqualTo(median);
  }
}
