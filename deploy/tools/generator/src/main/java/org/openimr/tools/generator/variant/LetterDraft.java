package org.openimr.tools.generator.variant;

import java.util.List;
import java.util.Optional;
import org.openimr.tools.generator.layout.LineSetter;
import org.openimr.tools.generator.model.GeneratedLetter;
import org.openimr.tools.generator.model.LetterContent;
import org.openimr.tools.generator.model.SeededRandom;

/**
 * A letter of a document that is being generated.
 *
 * @param letter the letter before any change
 * @param pages its pages after the changes
 * @param isChanged whether all variants could be applied to the letter
 */
record LetterDraft(GeneratedLetter letter, List<DraftPage> pages, boolean isChanged) {

  static LetterDraft plain(GeneratedLetter letter) {
    return new LetterDraft(letter, pages(letter.pages()), true);
  }

  private static List<DraftPage> pages(List<String> texts) {
    return texts.stream().map(DraftPage::of).toList();
  }

  /** Applies the variants that change a letter or its pages. */
  LetterDraft change(List<DocumentVariant> variants, OfficePhrases phrases, SeededRandom random) {
    LetterDraft draft = this;
    for (DocumentVariant variant : variants) {
      draft =
          switch (variant.stage()) {
            case CONTENT -> draft.withContent(variant, random);
            case PAGES -> draft.withPages(variant, phrases, random);
            case BEFORE, AFTER, LETTERS, FURNITURE, MARKUP -> draft;
          };
    }
    return draft;
  }

  private LetterDraft withContent(DocumentVariant variant, SeededRandom random) {
    Optional<LetterContent> changed =
        variant == DocumentVariant.FLIPPED_DECISION && !PlainLetterWarnings.of(letter).isEmpty()
            // a rationale that already contradicts its decision would agree with it
            ? Optional.empty()
            : ContentDamage.apply(variant, letter.content(), random);
    return changed
        .map(
            content ->
                new LetterDraft(
                    letter,
                    pages(
                        LineSetter.setPages(content, letter.rendering(), letter.noises(), random)),
                    isChanged))
        .orElseGet(() -> new LetterDraft(letter, pages, false));
  }

  private LetterDraft withPages(
      DocumentVariant variant, OfficePhrases phrases, SeededRandom random) {
    return pages.size() < variant.minPages()
        ? new LetterDraft(letter, pages, false)
        : new LetterDraft(letter, PageDamage.apply(variant, pages, phrases, random), isChanged);
  }
}
