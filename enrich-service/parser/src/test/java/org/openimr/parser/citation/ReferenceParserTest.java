package org.openimr.parser.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.Citation.Reference;
import org.openimr.parser.letter.model.SourceMappedText;

/** Tests of references outside guidelines. The header of the table names its columns. */
class ReferenceParserTest {
  private static final CitationParser PARSER =
      new CitationParser(CatalogueFileReader.seedCatalogue());

  static List<StatementTable.Row> rows() {
    return StatementTable.read("references.table");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void parsesReferences(StatementTable.Row row) {
    SourceMappedText statement = SourceMappedText.of(row.statement(), 0, row.statement().length());

    List<Citation> citations = PARSER.parse(statement, Optional.empty()).citations();

    assertThat(citations)
        .extracting(ReferenceParserTest::format)
        .containsExactlyElementsOf(row.expected());
  }

  private static String format(Citation citation) {
    Reference reference = citation.reference().orElseThrow();
    return String.join(
        " | ",
        citation.resolved().document().orElse("-"),
        reference.title().orElse("-"),
        reference.authors().isEmpty() ? "-" : String.join("; ", reference.authors()),
        reference.year().orElse("-"),
        reference.container().orElse("-"),
        reference.url().orElse("-"),
        reference.pmid().orElse("-"),
        reference.doi().orElse("-"));
  }
}
