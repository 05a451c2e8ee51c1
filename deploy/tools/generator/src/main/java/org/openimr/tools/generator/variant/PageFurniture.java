package org.openimr.tools.generator.variant;

import java.util.ArrayList;
import java.util.List;
import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.vocabulary.OfficeRules;
import org.openimr.tools.generator.vocabulary.PhraseGrammar;

/** Adds lines at the edges of pages: the same form on each page, with digits that vary. */
final class PageFurniture {
  private static final int[] COLUMNS = {0, 0, 8, 30, 55, 70};

  private final String form;
  private final boolean top;
  private final String gap;
  private final String indent;
  private final int firstPage;
  private final int firstSerial;
  private final int firstMinute;

  private PageFurniture(String form, SeededRandom random) {
    this.form = form;
    top = random.nextBoolean(0.5);
    gap = random.nextBoolean(0.6) ? "\n\n" : "\n";
    indent = " ".repeat(COLUMNS[random.nextInt(COLUMNS.length)]);
    firstPage = random.nextBoolean(0.7) ? 1 : random.nextIntBetween(2, 5);
    firstSerial = random.nextIntBetween(1, 88_000);
    firstMinute = random.nextInt(1380);
  }

  /** Adds a kind of furniture to the pages of a document. */
  static List<DraftPage> apply(
      DocumentVariant variant, List<DraftPage> pages, OfficePhrases phrases, SeededRandom random) {
    PageFurniture furniture = new PageFurniture(phrases.text(rule(variant), random), random);
    if (variant == DocumentVariant.STAMP) {
      List<DraftPage> stamped = new ArrayList<>(pages);
      int page = random.nextBoolean(0.5) ? 0 : random.nextInt(pages.size());
      stamped.set(page, furniture.print(pages.get(page), page, pages.size()));
      return stamped;
    }
    return furniture.printAll(pages);
  }

  /** Numbers the pages of a letter, with their total, before some of them are lost. */
  static List<DraftPage> number(List<DraftPage> pages, OfficePhrases phrases, SeededRandom random) {
    String form = phrases.text(OfficeRules.PAGE_NUMBER, random);
    while (!form.contains(OfficePhrases.PAGES)) {
      form = phrases.text(OfficeRules.PAGE_NUMBER, random);
    }
    return new PageFurniture(form, random).printAll(pages);
  }

  private static PhraseGrammar.Rule rule(DocumentVariant variant) {
    return switch (variant) {
      case FAX_LINE -> OfficeRules.FAX_LINE;
      case DOCUMENT_NUMBER -> OfficeRules.DOCUMENT_NUMBER;
      case STAMP -> OfficeRules.STAMP;
      case CONFIDENTIALITY_NOTICE -> OfficeRules.CONFIDENTIALITY_NOTICE;
      case RUNNING_TITLE -> OfficeRules.RUNNING_TITLE;
      case PAGE_NUMBER -> OfficeRules.PAGE_NUMBER;
      default -> throw new IllegalArgumentException(variant.name());
    };
  }

  private List<DraftPage> printAll(List<DraftPage> pages) {
    List<DraftPage> printed = new ArrayList<>(pages.size());
    for (int i = 0; i < pages.size(); i++) {
      printed.add(print(pages.get(i), i, pages.size()));
    }
    return printed;
  }

  private DraftPage print(DraftPage page, int position, int pages) {
    int minute = firstMinute + position / 2;
    String lines =
        form.replace(OfficePhrases.PAGES, Integer.toString(firstPage + pages - 1))
            .replace(OfficePhrases.PAGE, Integer.toString(firstPage + position))
            .replace(OfficePhrases.SERIAL, "%06d".formatted(firstSerial + position))
            .replace(OfficePhrases.CLOCK, "%d:%02d".formatted(minute / 60, minute % 60));
    String printed = indent + lines.replace("\n", "\n" + indent);
    return top ? page.withTextAbove(printed, gap) : page.withTextBelow(gap, printed);
  }
}
