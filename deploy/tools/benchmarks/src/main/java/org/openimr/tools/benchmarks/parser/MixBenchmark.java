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
 * Letters that differ, in all renderings and eras of the STANDARD layout, so that neither branch
 * prediction nor cache learns one by heart. Time is of a letter.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MixBenchmark {
  static final int LETTERS = 1000;
  private static final long SEED = 63;

  private ParserFixture readers;
  private String[] texts;

  @Setup
  public void read() {
    readers = new ParserFixture();
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

  /** Yardstick: a literal scan of the same texts. */
  @Benchmark
  @OperationsPerInvocation(LETTERS)
  public int scan() {
    int count = 0;
    for (String text : texts) {
      count += LiteralScan.count(text);
    }
    return count;
  }

  /** Text to records, citations resolved. */
  @Benchmark
  @OperationsPerInvocation(LETTERS)
  public void parse(Blackhole records) {
    for (String text : texts) {
      readers.read(text, records::consume);
    }
  }
}
