package org.openimr.parser.citation.scan;

import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;

/** Words in citations of ODG that name neither a chapter nor a topic. */
final class OdgStopWords {
  private static final WordSet WORDS =
      WordSet.of(
          "and the of for in on chapter chapters section sections guidelines guideline updated"
              + " online version web current treatment index edition ed twc see under odg procedure"
              + " summary last date which");
  private static final WordSet IN_PARENTHESES =
      WordSet.of("updated acute chronic online web thoracic lumbar trauma twc odg version current");

  private OdgStopWords() {}

  static boolean contains(NormalizedText text, int position) {
    return text.startsWithDigit(position) || WORDS.matchesAt(text, position);
  }

  /** Whether a position is in a parenthesis that does not describe a topic. */
  static boolean containsInParenthesis(NormalizedText text, int position) {
    return text.depth(position) > 0
        && (text.startsWithDigit(position) || IN_PARENTHESES.matchesAt(text, position));
  }
}
