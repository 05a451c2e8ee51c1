package org.openimr.tools.generator.variant;

import java.util.ArrayList;
import java.util.List;
import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.variant.DocumentVariant.Stage;

/** Prints the letters of a document with what is around them. */
final class DocumentPrinter {
  private static final double KEPT_FORM_FEEDS = 0.7;
  private static final double SURROUNDED_LATER_LETTERS = 0.5;
  private static final double OWN_PAGES = 0.6;
  private static final double BLANK_LINE = 0.7;

  private final List<DocumentVariant> variants;
  private final OfficePhrases phrases;
  private final SeededRandom random;

  DocumentPrinter(List<DocumentVariant> variants, OfficePhrases phrases, SeededRandom random) {
    this.variants = variants;
    this.phrases = phrases;
    this.random = random;
  }

  /** Returns the text of a document. */
  String print(List<LetterDraft> letters) {
    boolean keepsFormFeeds = random.nextBoolean(KEPT_FORM_FEEDS);
    List<DraftPage> pages = new ArrayList<>();
    for (LetterDraft letter : letters) {
      boolean surrounded = pages.isEmpty() || random.nextBoolean(SURROUNDED_LATER_LETTERS);
      pages.addAll(surrounded ? surround(letter.pages()) : letter.pages());
    }
    if (!keepsFormFeeds) {
      pages.replaceAll(DraftPage::withoutFormFeed);
    }
    return markUp(withFurniture(pages));
  }

  /** Adds texts before and after a letter, on its pages or on pages of their own. */
  private List<DraftPage> surround(List<DraftPage> letter) {
    List<DraftPage> pages = new ArrayList<>(letter);
    boolean ownPages = letter.getLast().end().contains("\f") && random.nextBoolean(OWN_PAGES);
    String gap = random.nextBoolean(BLANK_LINE) ? "\n\n" : "\n";
    for (DocumentVariant variant : variants) {
      if (variant.stage() == Stage.BEFORE) {
        addBefore(pages, SurroundingText.write(variant, phrases, random), ownPages, gap);
      } else if (variant.stage() == Stage.AFTER) {
        addAfter(pages, SurroundingText.write(variant, phrases, random), ownPages, gap);
      }
    }
    return pages;
  }

  private static void addBefore(List<DraftPage> pages, String text, boolean onOwnPage, String gap) {
    if (onOwnPage) {
      pages.addFirst(new DraftPage(text, "\n\f"));
    } else {
      pages.set(0, pages.getFirst().withTextAbove(text, gap));
    }
  }

  private static void addAfter(List<DraftPage> pages, String text, boolean onOwnPage, String gap) {
    if (onOwnPage) {
      pages.add(new DraftPage(text, "\n\f"));
    } else {
      pages.set(pages.size() - 1, pages.getLast().withTextBelow(gap, text));
    }
  }

  private String withFurniture(List<DraftPage> pages) {
    List<DraftPage> printed = pages;
    for (DocumentVariant variant : variants) {
      if (variant.stage() == Stage.FURNITURE) {
        printed = PageFurniture.apply(variant, printed, phrases, random);
      }
    }
    StringBuilder text = new StringBuilder(16_384);
    printed.forEach(page -> text.append(page.text()).append(page.end()));
    return text.toString();
  }

  private String markUp(String text) {
    String marked = text;
    for (DocumentVariant variant : variants) {
      if (variant.stage() == Stage.MARKUP) {
        marked = TextMarkup.apply(variant, marked, phrases, random);
      }
    }
    return marked;
  }
}
