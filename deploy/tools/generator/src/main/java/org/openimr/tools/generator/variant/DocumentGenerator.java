package org.openimr.tools.generator.variant;

import java.util.ArrayList;
import java.util.List;
import org.openimr.tools.generator.LetterGenerator;
import org.openimr.tools.generator.model.GeneratedLetter;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.SeededRandom;

/**
 * Generates documents that contain generated letters. A document depends only on the settings, the
 * selection of variants and its index.
 */
public final class DocumentGenerator {
  private static final long DOCUMENT = 5;

  /** Letters that are tried for a document, until one has enough pages and the printed facts. */
  private static final int LETTERS_PER_DOCUMENT = 64;

  private final GeneratorSettings settings;
  private final LetterGenerator letters;
  private final VariantSelection selection;

  public DocumentGenerator(GeneratorSettings settings, VariantSelection selection) {
    this.settings = settings;
    this.letters = new LetterGenerator(settings);
    this.selection = selection;
  }

  /**
   * Generates a document.
   *
   * @param index starts at 0
   */
  public GeneratedDocument generate(long index) {
    SeededRandom random = new SeededRandom(settings.seed() + DOCUMENT, index);
    List<DocumentVariant> variants = selection.choose(index, random);
    OfficePhrases phrases = new OfficePhrases(random);
    List<LetterDraft> drafts = drafts(index, variants, phrases, random);
    List<GeneratedLetter> different = drafts.stream().map(LetterDraft::letter).toList();
    if (variants.contains(DocumentVariant.LETTER_TWICE)) {
      drafts.add(drafts.getFirst());
    }
    return new GeneratedDocument(
        "document-%06d".formatted(index),
        index,
        variants,
        different,
        new DocumentPrinter(variants, phrases, random).print(drafts));
  }

  /** The letters of a document; the variants that change a letter apply to one of them. */
  private List<LetterDraft> drafts(
      long index, List<DocumentVariant> variants, OfficePhrases phrases, SeededRandom random) {
    int count =
        variants.contains(DocumentVariant.SEVERAL_LETTERS) ? random.nextIntBetween(2, 3) : 1;
    int changed = random.nextInt(count);
    List<LetterDraft> drafts = new ArrayList<>(count);
    long next = index * LETTERS_PER_DOCUMENT;
    long end = next + LETTERS_PER_DOCUMENT;
    while (drafts.size() < count) {
      LetterDraft draft = LetterDraft.plain(letters.generate(next++));
      if (drafts.size() == changed) {
        draft = draft.change(variants, phrases, random);
      }
      if (draft.isChanged() || next >= end) {
        drafts.add(draft);
      }
    }
    return drafts;
  }
}
