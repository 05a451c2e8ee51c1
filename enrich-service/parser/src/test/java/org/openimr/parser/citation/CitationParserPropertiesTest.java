package org.openimr.parser.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.GuidelineBasis;
import org.openimr.parser.letter.model.SourceMappedText;

class CitationParserPropertiesTest {
  private static final CitationParser PARSER =
      new CitationParser(CatalogueFileReader.seedCatalogue());
  private static final LocalDate DAY = LocalDate.of(2016, 11, 3);
  private static final List<String> STATEMENTS =
      Stream.of("schedule.table", "outside.table", "editions.table", "references.table")
          .flatMap(t -> StatementTable.read(t).stream())
          .map(StatementTable.Row::statement)
          .toList();

  @Property(tries = 2000)
  void parsesAnyText(@ForAll String text) {
    assertSpansMatchText(text);
  }

  @Property(tries = 5000)
  void spansOfMutatedStatementMatchText(@ForAll("mutated") String statement) {
    assertSpansMatchText(statement);
  }

  @Property(tries = 2000)
  void parsesConsecutiveStatements(
      @ForAll("statement") String first, @ForAll("statement") String second) {
    assertSpansMatchText(first + "\n" + second);
  }

  @Property(tries = 500)
  void ignoresLineBreaks(
      @ForAll("statement") String statement, @ForAll("breaks") List<Integer> breaks) {
    StringBuilder broken = new StringBuilder(statement);
    for (int at : breaks) {
      int blank = broken.indexOf(" ", at % broken.length());
      if (blank >= 0 && broken.charAt(blank - 1) != '-') {
        broken.setCharAt(blank, '\n');
      }
    }

    GuidelineBasis whole = parse(statement);
    GuidelineBasis wrapped = parse(broken.toString());

    assertThat(StatementTable.format(wrapped)).isEqualTo(StatementTable.format(whole));
  }

  @Provide
  Arbitrary<String> statement() {
    return Arbitraries.of(STATEMENTS);
  }

  @Provide
  Arbitrary<List<Integer>> breaks() {
    return Arbitraries.integers().between(0, 2000).list().ofMaxSize(6);
  }

  /** Statements with a part cut, repeated or inserted. */
  @Provide
  Arbitrary<String> mutated() {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 2000);
    Arbitrary<String> inserted =
        Arbitraries.oneOf(
            Arbitraries.of(
                "(", ")", "; ", ", ", " and ", ". ", "\n", " ODG ", " MTUS ", "2016", "/"),
            Arbitraries.strings().ofMaxLength(5));
    return Combinators.combine(statement(), places, places, inserted)
        .as(
            (text, a, b, piece) -> {
              int from = Math.min(a % (text.length() + 1), b % (text.length() + 1));
              int to = Math.max(a % (text.length() + 1), b % (text.length() + 1));
              return switch (a % 3) {
                case 0 -> text.substring(0, from) + piece + text.substring(to);
                case 1 -> text.substring(0, to) + piece + text.substring(from);
                default -> text.substring(from, to) + piece + text;
              };
            });
  }

  private static void assertSpansMatchText(String text) {
    for (Citation citation : parse(text).citations()) {
      Citation.Quoted printed = citation.printed();
      assertThat(printed.start()).isBetween(0, text.length());
      assertThat(printed.end()).isBetween(printed.start(), text.length());
      assertThat(SourceMappedText.of(text, printed.start(), printed.end()).text())
          .isEqualTo(printed.text());
    }
  }

  private static GuidelineBasis parse(String text) {
    return PARSER.parse(SourceMappedText.of(text, 0, text.length()), Optional.of(DAY));
  }
}
