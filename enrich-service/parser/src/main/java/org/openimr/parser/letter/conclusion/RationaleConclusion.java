package org.openimr.parser.letter.conclusion;

import java.util.Optional;

/**
 * The conclusion of a rationale.
 *
 * @param kind whether the rationale concludes that the request is medically necessary
 * @param end offset in the rationale just past the sentence that concludes
 */
public record RationaleConclusion(Kind kind, int end) {

  /** What a rationale concludes. */
  public enum Kind {
    NECESSARY,
    NOT_NECESSARY
  }

  /**
   * Finds the conclusion of a rationale, the last of the sentences that most certainly conclude. A
   * sentence that reports an earlier decision or the opinion of a treating physician, quotes a
   * guideline, states a condition or advises tapering is not a conclusion. Returns empty if no
   * sentence concludes, or if the sentence that does is restricted to a part of the request. The
   * time is linear in the length of the text.
   *
   * @param rationale the text of a rationale with its lines joined
   */
  public static Optional<RationaleConclusion> find(String rationale) {
    QuotedRanges quotes = new QuotedRanges(rationale);
    Statement best = Statement.NONE;
    int bestEnd = 0;
    boolean last = true;
    int end = RationaleSentences.trimEnd(rationale, rationale.length());
    while (end > 0 && best.weight() < Statement.CONCLUDES) {
      int start = RationaleSentences.startBefore(rationale, end);
      SentenceWords words = SentenceWords.of(rationale, start, end);
      Statement statement = ConclusionSentence.classify(words, quotes);
      if (statement.weight() > best.weight() && (last || !statement.isWeakApproval())) {
        best = statement;
        bestEnd = end;
      }
      last &= words.contains(WordRole.TAPERING, 0, words.count());
      end = RationaleSentences.trimEnd(rationale, start);
    }
    return toConclusion(best, bestEnd);
  }

  private static Optional<RationaleConclusion> toConclusion(Statement statement, int end) {
    return switch (statement.meaning()) {
      case NECESSARY -> Optional.of(new RationaleConclusion(Kind.NECESSARY, end));
      case NOT_NECESSARY -> Optional.of(new RationaleConclusion(Kind.NOT_NECESSARY, end));
      case UNCLEAR, NONE -> Optional.empty();
    };
  }
}
