package org.openimr.tools.generator.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.tools.generator.model.GeneratedLetter;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.SeededRandom;

/** How documents of each variant are made, whatever the parser reads in them. */
class DocumentVariantTest {
  private static final int DOCUMENTS = 12;

  @ParameterizedTest
  @EnumSource
  void sameSeedAndIndexGiveTheSameDocument(DocumentVariant variant) {
    assertThat(generator(variant).generate(5)).isEqualTo(generator(variant).generate(5));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SEVERAL_LETTERS")
  void everyDocumentDiffersFromItsLetter(DocumentVariant variant) {
    assertThat(documents(variant))
        .noneMatch(document -> unbroken(document.text()).equals(unbroken(letters(document))));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {
        "FAX_LINE",
        "DOCUMENT_NUMBER",
        "CONFIDENTIALITY_NOTICE",
        "RUNNING_TITLE",
        "PAGE_NUMBER",
        "STAMP"
      })
  void furnitureKeepsTheTextOfEachPage(DocumentVariant variant) {
    assertThat(documents(variant))
        .allSatisfy(
            document ->
                assertThat(compact(document.text()))
                    .contains(pages(document.letters().getFirst())));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"COVER_LETTER", "MAIL_HEADER", "UTILIZATION_REVIEW", "OTHER_CASE"})
  void textBeforeIsFollowedByTheWholeLetter(DocumentVariant variant) {
    assertThat(documents(variant))
        .allSatisfy(
            document -> assertThat(compact(document.text())).endsWith(compact(letters(document))));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {
        "PROOF_OF_SERVICE",
        "SIGNATURE",
        "COPY_LIST",
        "APPEAL_NOTICE",
        "MAIL_DISCLAIMER",
        "HANDWRITTEN_NOTE"
      })
  void textAfterFollowsTheWholeLetter(DocumentVariant variant) {
    assertThat(documents(variant))
        .allSatisfy(
            document ->
                assertThat(compact(document.text())).startsWith(compact(letters(document))));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.INCLUDE, names = "SEVERAL_LETTERS")
  void severalLettersAreOfDifferentCases(DocumentVariant variant) {
    assertThat(documents(variant))
        .allSatisfy(
            document -> {
              assertThat(document.letters()).hasSizeBetween(2, 3).doesNotHaveDuplicates();
              assertThat(compact(document.text())).isEqualTo(compact(letters(document)));
            });
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.INCLUDE, names = "LETTER_TWICE")
  void letterTwiceIsLabelledOnce(DocumentVariant variant) {
    assertThat(documents(variant))
        .allSatisfy(
            document -> {
              assertThat(document.letters()).hasSize(1);
              assertThat(compact(document.text())).isEqualTo(compact(letters(document)).repeat(2));
            });
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"PAGE_LOST", "LAST_PAGE_LOST", "UNNUMBERED_PAGE_LOST"})
  void onePageIsMissing(DocumentVariant variant) {
    assertThat(documents(variant))
        .allSatisfy(
            document -> {
              List<String> pages = List.of(pages(document.letters().getFirst()));
              String text = compact(document.text());
              assertThat(pages.stream().filter(page -> !text.contains(page))).hasSize(1);
              assertThat(text.contains(pages.getLast()))
                  .isEqualTo(variant != DocumentVariant.LAST_PAGE_LOST);
            });
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"PAGE_TWICE", "PAGES_SWAPPED"})
  void everyPageIsThere(DocumentVariant variant) {
    assertThat(documents(variant))
        .allSatisfy(
            document ->
                assertThat(compact(document.text()))
                    .contains(pages(document.letters().getFirst())));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.INCLUDE, names = "CUT_TEXT")
  void cutTextIsTheStartOfTheLetter(DocumentVariant variant) {
    assertThat(documents(variant))
        .allSatisfy(
            document -> {
              assertThat(compact(letters(document))).startsWith(compact(document.text()));
              assertThat(document.text().strip()).matches("(?s).*\\p{L}");
            });
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.INCLUDE, names = "FLIPPED_DECISION")
  void flippedDecisionIsOfLetterWithoutWarnings(DocumentVariant variant) {
    assertThat(documents(variant))
        .allSatisfy(
            document -> {
              GeneratedLetter letter = document.letters().getFirst();
              assertThat(PlainLetterWarnings.of(letter))
                  .doesNotContain(ParseWarning.Code.RATIONALE_CONTRADICTS_DECISION);
              assertThat(compact(document.text()).length() - compact(letter.text()).length())
                  .isIn(3, -3, 4, -4);
            });
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.INCLUDE, names = "QUOTED_MAIL")
  void everyLineOfLetterIsQuoted(DocumentVariant variant) {
    assertThat(documents(variant))
        .allSatisfy(
            document ->
                assertThat(document.text().lines().filter(line -> line.strip().startsWith(">")))
                    .hasSizeGreaterThanOrEqualTo(
                        (int) document.letters().getFirst().text().lines().count() - 1));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.INCLUDE, names = "LINE_NUMBERS")
  void everyLineIsNumbered(DocumentVariant variant) {
    assertThat(documents(variant))
        .allSatisfy(
            document ->
                assertThat(document.text().strip().lines())
                    .allMatch(line -> line.matches("\\f?\\s*\\d{1,2}.*")));
  }

  @Test
  void randomSelectionCombinesCompatibleVariants() {
    VariantSelection selection = new VariantSelection.Mixed();
    List<List<DocumentVariant>> chosen =
        LongStream.range(0, 2000)
            .mapToObj(index -> selection.choose(index, new SeededRandom(3, index)))
            .toList();

    assertThat(chosen).allSatisfy(variants -> assertThat(variants).hasSizeBetween(1, 3).isSorted());
    assertThat(chosen)
        .noneMatch(
            variants ->
                variants.contains(DocumentVariant.HTML)
                    && variants.contains(DocumentVariant.CAPITALS));
    assertThat(chosen.stream().flatMap(List::stream))
        .contains(noticeable())
        .doesNotContain(DocumentVariant.UNNUMBERED_PAGE_LOST);
  }

  @Test
  void readsNamesInAnyCase() {
    assertThat(VariantSelection.parse(List.of("fax-line", "Letter_Twice")))
        .isEqualTo(
            new VariantSelection.InTurn(
                List.of(DocumentVariant.FAX_LINE, DocumentVariant.LETTER_TWICE)));
    assertThat(VariantSelection.parse(List.of("random"))).isEqualTo(new VariantSelection.Mixed());
    assertThatThrownBy(() -> VariantSelection.parse(List.of("fax")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fax");
  }

  private static DocumentVariant[] noticeable() {
    return Stream.of(DocumentVariant.values())
        .filter(DocumentVariant::isNoticeable)
        .toArray(DocumentVariant[]::new);
  }

  private static DocumentGenerator generator(DocumentVariant variant) {
    return new DocumentGenerator(
        GeneratorSettings.withSeed(17), new VariantSelection.InTurn(List.of(variant)));
  }

  private static List<GeneratedDocument> documents(DocumentVariant variant) {
    DocumentGenerator generator = generator(variant);
    return LongStream.range(0, DOCUMENTS).mapToObj(generator::generate).toList();
  }

  private static String letters(GeneratedDocument document) {
    StringBuilder text = new StringBuilder();
    document.letters().forEach(letter -> text.append(letter.text()));
    return text.toString();
  }

  private static String[] pages(GeneratedLetter letter) {
    return letter.pages().stream().map(DocumentVariantTest::compact).toArray(String[]::new);
  }

  private static String unbroken(String text) {
    return text.replaceAll("[\\n\\f]+", "\n").strip();
  }

  private static String compact(String text) {
    return text.replaceAll("\\s+", "");
  }
}
