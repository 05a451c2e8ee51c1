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

  /** The separators at which a value ends; {@code A/B} and {@code A - B} are one value. */
  private static final int VALUE_END =
      NormalizedText.NAME_END & ~(NormalizedText.SLASH | NormalizedText.DASH);

  private static final String[] PUBLISHER = {"by", "mcg"};
  private static final String[] BODY_SYSTEM = {"body", "system"};
  private static final String[] TREATMENT_TYPE = {"treatment", "type"};
  private static final WordSet REVIEW =
      WordSet.of("last review reviewed revision update updated date");
  private static final WordSet MONTH =
      WordSet.of(
          "january february march april may june july august september october november december"
              + " jan feb mar apr jun jul aug sep sept oct nov dec");

  private OdgStopWords() {}

  /**
   * Position after {@code by MCG}, {@code Last review/update date: 6/12/2020}, {@code Body system:}
   * or {@code Treatment type: Imaging}; 0 if none of these is at the position.
   */
  static int afterLabel(NormalizedText text, int position, int limit) {
    int next =
        Math.max(text.afterWords(position, PUBLISHER), text.afterWords(position, BODY_SYSTEM));
    if (next > 0) {
      return next;
    }
    int type = text.afterWords(position, TREATMENT_TYPE);
    return type > 0 ? afterValue(text, type, limit) : afterReview(text, position, limit);
  }

  /** Position after the value of a label, which ends at the next separator. */
  private static int afterValue(NormalizedText text, int position, int limit) {
    boolean labelled = (text.gapBefore(position) & NormalizedText.COLON) != 0;
    int end = text.wordEnd(position);
    while (labelled && end < limit && (text.gap(end) & VALUE_END) == 0) {
      end = text.wordEnd(text.nextWord(end));
    }
    return labelled ? text.nextWord(end) : position;
  }

  private static int afterReview(NormalizedText text, int position, int limit) {
    if (!text.isWord(position, "last") && !text.isWord(position, "review")) {
      return 0;
    }
    int at = position;
    int words = 0;
    while (at < limit && REVIEW.matchesAt(text, at)) {
      at = text.nextWord(text.wordEnd(at));
      words++;
    }
    boolean dated = text.startsWithDigit(at) || MONTH.matchesAt(text, at);
    if (words < 2 || !dated && at < limit) {
      return 0;
    }
    while (at < limit && (text.startsWithDigit(at) || MONTH.matchesAt(text, at))) {
      at = text.nextWord(text.wordEnd(at));
    }
    return at;
  }

  static boolean contains(NormalizedText text, int position) {
    return text.startsWithDigit(position) || WORDS.matchesAt(text, position);
  }

  /** Whether a position is in a parenthesis that does not describe a topic. */
  static boolean containsInParenthesis(NormalizedText text, int position) {
    return text.depth(position) > 0
        && (text.startsWithDigit(position) || IN_PARENTHESES.matchesAt(text, position));
  }
}
