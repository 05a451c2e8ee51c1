package org.openimr.parser.request.category;

import java.util.Arrays;

/** Where a request first mentions each concept. */
final class ConceptMentions {
  /** Stands for: not mentioned. Behind every place. */
  static final int NOT_MENTIONED = Integer.MAX_VALUE;

  private final int[] firstAt;
  private String drug = "";
  private boolean severalDrugs;

  ConceptMentions(int concepts) {
    firstAt = new int[concepts];
    Arrays.fill(firstAt, NOT_MENTIONED);
  }

  void add(ConceptMatcher.Meaning meaning, int place) {
    firstAt[meaning.concept()] = Math.min(firstAt[meaning.concept()], place);
    if (!meaning.drug().isEmpty()) {
      severalDrugs |= !drug.isEmpty() && !drug.equals(meaning.drug());
      drug = meaning.drug();
    }
  }

  /** Whether two different drugs were mentioned; a brand and its generic name are one. */
  boolean severalDrugs() {
    return severalDrugs;
  }

  /** Index of the first word that mentions the concept, or {@link #NOT_MENTIONED}. */
  int firstAt(int concept) {
    return firstAt[concept];
  }

  int firstOf(int[] concepts) {
    int first = NOT_MENTIONED;
    for (int concept : concepts) {
      first = Math.min(first, firstAt[concept]);
    }
    return first;
  }
}
