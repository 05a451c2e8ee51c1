package org.openimr.tools.generator.variant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openimr.tools.generator.model.SeededRandom;

/** Loses, repeats and swaps pages of a letter, or cuts its text. */
final class PageDamage {
  private static final int MIN_PERCENT_KEPT = 30;
  private static final int MAX_PERCENT_KEPT = 97;

  private PageDamage() {}

  /** Applies a variant to the pages of a letter, which are as many as it needs. */
  static List<DraftPage> apply(
      DocumentVariant variant, List<DraftPage> pages, OfficePhrases phrases, SeededRandom random) {
    List<DraftPage> damaged = new ArrayList<>(pages);
    switch (variant) {
      case PAGE_LOST -> {
        damaged = new ArrayList<>(PageFurniture.number(pages, phrases, random));
        damaged.remove(middle(pages, random));
      }
      case LAST_PAGE_LOST -> {
        damaged = new ArrayList<>(PageFurniture.number(pages, phrases, random));
        damaged.removeLast();
      }
      case UNNUMBERED_PAGE_LOST -> damaged.remove(middle(pages, random));
      case PAGE_TWICE -> repeat(damaged, random);
      case PAGES_SWAPPED -> {
        int first = random.nextInt(pages.size() - 1);
        Collections.swap(damaged, first, random.nextIntBetween(first + 1, pages.size() - 1));
      }
      case CUT_TEXT -> cut(damaged, random);
      default -> throw new IllegalArgumentException(variant.name());
    }
    return damaged;
  }

  /** The position of a page that is neither the first nor the last. */
  private static int middle(List<DraftPage> pages, SeededRandom random) {
    return random.nextIntBetween(1, pages.size() - 2);
  }

  /** Repeats a page right after it or at the end. */
  private static void repeat(List<DraftPage> pages, SeededRandom random) {
    int page = random.nextInt(pages.size());
    pages.add(random.nextBoolean(0.7) ? page + 1 : pages.size(), pages.get(page));
  }

  private static void cut(List<DraftPage> pages, SeededRandom random) {
    int length = pages.stream().mapToInt(page -> page.text().length()).sum();
    int kept = length * random.nextIntBetween(MIN_PERCENT_KEPT, MAX_PERCENT_KEPT) / 100;
    int last = 0;
    while (kept > pages.get(last).text().length()) {
      kept -= pages.get(last++).text().length();
    }
    String text = pages.get(last).text();
    int end = Math.max(1, kept);
    while (end < text.length() && !isWithinWord(text, end)) {
      end++;
    }
    pages.set(last, DraftPage.of(text.substring(0, end)));
    pages.subList(last + 1, pages.size()).clear();
  }

  private static boolean isWithinWord(String text, int at) {
    return Character.isLetter(text.charAt(at - 1)) && Character.isLetter(text.charAt(at));
  }
}
