package org.openimr.tools.benchmarks.parser;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openimr.parser.citation.CitationParser;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.Guideline.Confidence;
import org.openimr.parser.citation.model.GuidelineBasis;
import org.openimr.parser.letter.model.SourceMappedText;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Parses and resolves citations with a catalogue of {@value #ENTRIES} entries, the built-in ones
 * and synthetic ones with {@value #ALIASES} aliases. Times are per citation.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ResolutionBenchmark {
  static final int CITATIONS = 4;
  static final int ENTRIES = 1000;
  static final int ALIASES = 10_000;
  private static final String STATEMENT =
      "Decision based on MTUS Low Back Complaints 2004, Section(s): Physical Methods, and Chronic"
          + " Pain Medical Treatment 2016, Section(s): Physical medicine treatment, and Opioid"
          + " Treatment 2016. Decision based on Non-MTUS Citation Official Disability Guidelines"
          + " (ODG), Neck and Upper Back Chapter, Massage.";

  private final Optional<LocalDate> asOf = Optional.of(LocalDate.of(2017, 1, 9));
  private CitationParser parser;
  private SourceMappedText statement;

  @Setup
  public void catalogue() {
    parser = new CitationParser(Catalogue.of(entries()));
    statement = SourceMappedText.of(STATEMENT, 0, STATEMENT.length());
    if (resolve().citations().size() != CITATIONS) {
      throw new IllegalStateException("the statement must have " + CITATIONS + " citations");
    }
  }

  static List<Guideline> entries() {
    List<Guideline> entries = new ArrayList<>(CatalogueFileReader.seedGuidelines());
    int synthetic = ENTRIES - entries.size();
    int aliasesEach = ALIASES / synthetic + 1;
    IntStream.range(0, synthetic)
        .mapToObj(i -> syntheticGuideline(i, aliasesEach))
        .forEach(entries::add);
    return entries;
  }

  private static Guideline syntheticGuideline(int number, int aliases) {
    String title = "Synthetic Guideline of Chapter " + number;
    return new Guideline(
        "other/synthetic-" + number,
        Authority.OTHER,
        title,
        IntStream.range(0, aliases).mapToObj(i -> title + " by Name " + i).toList(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Confidence.UNSOURCED,
        Confidence.UNSOURCED);
  }

  /** Statement to resolved citations. */
  @Benchmark
  @OperationsPerInvocation(CITATIONS)
  public GuidelineBasis resolve() {
    return parser.parse(statement, asOf);
  }
}
