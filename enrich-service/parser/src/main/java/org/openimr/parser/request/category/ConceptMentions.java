package org.openimr.parser.request.category;

import java.util.Arrays;

/** Where a request first mentions each concept. */
final class ConceptMentions {
  /** Value for a concept that is not mentioned; greater than every index. */
  static final int NOT_MENTIONED = Integer.MAX_VALUE;

  private final int[] firstAt;
  private String drug = "";
  private boolean severalDrugs;

  ConceptMentions(int concepts) {
    firstAt = new int[concepts];
    Arrays.fill(firstAt, NOT_MENTIONED);
  }

  void add(ConceptMatcher.Concept concept, int index) {
    firstAt[concept.conceptId()] = Math.min(firstAt[concept.conceptId()], index);
    if (!concept.drug().isEmpty()) {
      severalDrugs |= !drug.isEmpty() && !drug.equals(concept.drug());
      drug = concept.drug();
    }
  }

  /** Whether two different drugs were mentioned; a brand and its generic name are the same drug. */
  boolean severalDrugs() {
    return severalDrugs;
  }

  /** Index of the first token that mentions any of the concepts, or {@link #NOT_MENTIONED}. */
  int firstOf(int[] concepts) {
    int first = NOT_MENTIONED;
    for (int concept : concepts) {
      first = Math.min(first, firstAt[concept]);
    }
    return first;
  }
}
