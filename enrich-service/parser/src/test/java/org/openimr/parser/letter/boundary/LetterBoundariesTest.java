package org.openimr.parser.letter.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openimr.parser.letter.layout.StandardLetterBuilder.withTwoItems;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.boundary.LetterBoundaries.Inseparable;
import org.openimr.parser.letter.boundary.LetterBoundaries.OneLetter;
import org.openimr.parser.letter.boundary.LetterBoundaries.SeveralLetters;
import org.openimr.parser.letter.model.ParseWarning;

class LetterBoundariesTest {
  private static final String FIRST = withTwoItems().text();
  private static final String SECOND = FIRST.replace("CM16-9123456", "CM16-9123457");

  private static final String NOTICE =
      """
      MAXIMUS FEDERAL SERVICES, INC.
      A Street 1
      Notice of Independent Medical Review Determination

      Dated: 9/3/2013
      INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE
      Case Summary:
      Its weight was measured.
      """;

  private static final String PROFESSIONAL =
      """
      MEDICAL PROFESSIONAL REVIEW

      ISSUE AT DISPUTE:
      A wrist brace
      DOCUMENTS REVIEWED FOR DETERMINATION:
      A report.
      """;

  private static SeveralLetters several(String document) {
    assertThat(LetterBoundaries.find(document)).isInstanceOf(SeveralLetters.class);
    return (SeveralLetters) LetterBoundaries.find(document);
  }

  /** Splits a letter into two pages, the second of which starts with the headings of the items. */
  private static String pages(String letter) {
    return letter.replace("IMR ISSUES", "\fIMR ISSUES");
  }

  @Test
  void findsOneLetter() {
    assertThat(LetterBoundaries.find(FIRST)).isInstanceOf(OneLetter.class);
  }

  @Test
  void separatesLettersAtTheHeaderBlock() {
    String document = FIRST + "\n" + SECOND;

    SeveralLetters letters = several(document);

    assertThat(letters.letters()).hasSize(2);
    assertThat(document.substring(letters.letters().get(1).start())).isEqualTo(SECOND);
    assertThat(letters.letters().get(0).end()).isEqualTo(letters.letters().get(1).start());
  }

  @Test
  void separatesTheSameLetterTwice() {
    assertThat(several(pages(FIRST) + "\f" + pages(FIRST)).letters()).hasSize(2);
  }

  @Test
  void coversTheWholeDocument() {
    String document = "A cover.\n\f" + FIRST + "\fAnother cover.\n\f" + SECOND + "\fThe end.\n";

    SeveralLetters letters = several(document);

    assertThat(letters.letters().getFirst().start()).isZero();
    assertThat(letters.letters().getLast().end()).isEqualTo(document.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s\n", "%s\n\n"})
  void startsALetterAtTheFurnitureThatIsNearer(String form) {
    String notice = form.formatted("Only for the eyes of Poe. Shred after use.");
    String document = notice + FIRST.stripTrailing() + "\n\n\n\n" + notice + SECOND;

    assertThat(document.substring(several(document).letters().get(1).start()))
        .isEqualTo(notice + SECOND);
  }

  @Test
  void leavesOutTheFirstPagesAfterTheLastOne() {
    String first = FIRST.substring(0, FIRST.lastIndexOf("MAXIMUS guideline"));

    assertThat(LetterBoundaries.find(FIRST + "\n" + first.substring(0, first.lastIndexOf("\n\n"))))
        .isInstanceOf(OneLetter.class);
  }

  @Test
  void leavesOutARepeatedPage() {
    String letter =
        FIRST.replace("CLINICAL CASE", "\fCLINICAL CASE").replace("IMR ISSUES", "\fIMR ISSUES");
    String[] pages = letter.split("\f");

    LetterBoundaries.Contents contents =
        LetterBoundaries.find(String.join("\f", pages[0], pages[1], pages[1], pages[2]));

    assertThat(contents)
        .isInstanceOfSatisfying(
            OneLetter.class,
            one ->
                assertThat(one.warnings())
                    .extracting(ParseWarning::code)
                    .containsExactly(ParseWarning.Code.PAGES_REPEATED));
  }

  @ParameterizedTest
  @ValueSource(strings = {NOTICE, PROFESSIONAL})
  void separatesLettersOfOtherLayouts(String letter) {
    for (String next : List.of(FIRST, NOTICE, PROFESSIONAL)) {
      String document = letter + "\n" + next;

      SeveralLetters letters = several(document);

      assertThat(letters.letters()).hasSize(2);
      assertThat(document.substring(letters.letters().get(1).start())).isEqualTo(next);
    }
  }

  @Test
  void keepsTitlesAtTheTopOfPages() {
    assertThat(several("A cover.\n\f" + NOTICE + "\f" + NOTICE).letters()).hasSize(2);
  }

  @Test
  void doesNotOpenLetterAtHeadingsOfTwoLayouts() {
    String letter = FIRST.replace("HOW THE", "MEDICAL PROFESSIONAL REVIEW\nHOW THE");

    assertThat(LetterBoundaries.find(letter)).isInstanceOf(OneLetter.class);
  }

  @Test
  void leavesOutRepeatedPageWithoutFormFeeds() {
    int cut = FIRST.lastIndexOf("MAXIMUS guideline");
    String first = FIRST.substring(0, cut);

    LetterBoundaries.Contents contents =
        LetterBoundaries.find(first + first + FIRST.substring(cut));

    assertThat(contents)
        .isInstanceOfSatisfying(
            OneLetter.class,
            one -> {
              assertThat(one.letter().text().replaceAll("\\s+", " "))
                  .isEqualTo(FIRST.replaceAll("\\s+", " "));
              assertThat(one.warnings())
                  .extracting(ParseWarning::code)
                  .containsExactly(ParseWarning.Code.PAGES_REPEATED);
            });
  }

  @Test
  void doesNotSeparatePagesOfALetterThatIsNotComplete() {
    String lost = pages(FIRST).split("\f")[0];

    assertThat(LetterBoundaries.find(lost + "\f" + SECOND)).isInstanceOf(Inseparable.class);
  }
}
