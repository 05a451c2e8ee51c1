package org.openimr.tools.benchmarks.parser;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.tools.generator.LetterGenerator;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Parses distinct letters of all renderings and eras of the STANDARD layout, so that branch
 * prediction and caches do not adapt to one letter. Times are per letter.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MixBenchmark {
  static final int LETTERS = 1000;
  private static final long SEED = 63;

  private ParserFixture parsers;
  private String[] texts;

  @Setup
  public void setUp() {
    parsers = new ParserFixture();
    texts = letters();
  }

  static String[] letters() {
    GeneratorSettings settings =
        GeneratorSettings.withSeed(SEED).withLayouts(Set.of(LetterLayout.STANDARD));
    LetterGenerator generator = new LetterGenerator(settings);
    return IntStream.range(0, LETTERS)
        .mapToObj(index -> generator.generate(index).text())
        .toArray(String[]::new);
  }

  /** Baseline: a literal scan of the same texts. */
  @Benchmark
  @OperationsPerInvocation(LETTERS)
  public int scan() {
    int count = 0;
    for (String text : texts) {
      count += LiteralScan.count(text);
    }
    return count;
  }

  /** Text to records with resolved citations. */
  @Benchmark
  @OperationsPerInvocation(LETTERS)
  public void parse(Blackhole records) {
    for (String text : texts) {
      parsers.parse(text, records::consume);
    }
  }
}
