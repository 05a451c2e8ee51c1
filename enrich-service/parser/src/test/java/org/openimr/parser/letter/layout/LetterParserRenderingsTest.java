package org.openimr.parser.letter.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.Letter;

/** Renderings of one letter by different converters give the same result. */
class LetterParserRenderingsTest {
  private static final String LETTER =
      StandardLetterBuilder.withTwoItems()
          .withItem(
              "Efficient flexible office chair with arms that can be moved, as printed in the form,"
                  + "\nblack, with wheels: Upheld",
              "A chair isn't a matter of care.\nThe form says \"for comfort\" and no more.")
          .text();

  static Stream<Arguments> renderings() {
    return Stream.of(
        rendering("CRLF", text -> text.replace("\n", "\r\n")),
        rendering("trailing spaces", text -> text.replace("\n", "  \n")),
        rendering("no blank lines", text -> text.replaceAll("\n\n+", "\n")),
        rendering("double-spaced", text -> text.replace("\n\n", "\n \n").replace("\n", "\n\n")),
        rendering("centred headings", text -> text.replace("\n", "\n     ")),
        rendering("page breaks after lines", text -> text.replace("\n", "\n\n\n")),
        rendering("page break in a heading", text -> text.replace("form,\n", "form,\n\n\f\n")),
        rendering("page break in a sentence", text -> text.replace("brace with", "brace\n\fwith")),
        rendering("page break in a label", text -> text.replace("guideline:", "\n\fguideline:")),
        rendering("footers", text -> text.replace("form,\n", "form,\n\nPage 2 of 3\n\n\f\n")),
        rendering("bare footers", text -> text.replace("asks for", "asks\n\n1\n\n\ffor")),
        rendering("ligatures", text -> text.replace("ffi", "\ufb03").replace("fl", "\ufb02")),
        rendering("soft hyphens", text -> text.replace("guideline", "guide\u00ad\nline")),
        rendering("soft hyphens within lines", text -> text.replace("guid", "gui\u00add")),
        rendering("no-break spaces", text -> text.replace("Upheld", "\u00a0Upheld")),
        rendering("letter-spaced heading", text -> text.replace("CASE", "C A S E")),
        rendering("one line per paragraph", LetterParserRenderingsTest::joinParagraphLines));
  }

  private static Arguments rendering(String name, UnaryOperator<String> rendered) {
    return Arguments.of(name, rendered.apply(LETTER));
  }

  private static String joinParagraphLines(String text) {
    return text.replace("\n\n", "\u0001")
        .replace(" \n", " ")
        .replace("\n", " ")
        .replace("\u0001", "\n\n")
        .replaceAll("(Date of|Decision|UR|Priority)(?=[^\n]*\n\nHOW)", "\t$1");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("renderings")
  void parsesEachRenderingLikeTheOriginal(String name, String rendered) {
    assertThat(fieldsOf(rendered)).isEqualTo(fieldsOf(LETTER));
  }

  private static String fieldsOf(String text) {
    Letter letter = StandardLetterBuilder.parsed(LetterParser.parse(text));
    StringBuilder fields = new StringBuilder();
    fields.append(letter.header()).append(letter.reviewer()).append(letter.clinicalSummary());
    for (DisputedItem item : letter.items()) {
      fields.append('\n').append(item.request()).append(item.outcome()).append(item.rationale());
      fields.append(item.claimsAdministratorStatement().text());
      fields.append(item.reviewerStatement().text());
    }
    return fields.toString().replaceAll("\\s+", " ");
  }
}
