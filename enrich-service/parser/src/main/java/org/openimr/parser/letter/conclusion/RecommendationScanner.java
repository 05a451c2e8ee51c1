package org.openimr.parser.letter.conclusion;

/** Interprets recommendations: {@code Recommend non-certification}, {@code approval is advised}. */
final class RecommendationScanner {
  private static final int MAX_DISTANCE = 6;

  private RecommendationScanner() {}

  /** Interprets the word at an index, which has the role DECISION_NOUN. */
  static Statement interpret(SentenceWords words, int noun) {
    int from = Math.max(words.afterLast(WordRole.STOP, noun), noun - MAX_DISTANCE);
    int verb = words.indexOf(WordRole.RECOMMENDING, from, noun + MAX_DISTANCE);
    if (verb < 0) {
      return Statement.NONE;
    }
    boolean certified = !words.is(noun, WordRole.DENIAL) && !words.is(noun - 1, WordRole.NEGATION);
    int first = Math.min(verb - 2, noun);
    int last = Math.max(verb, noun - 1);
    boolean negated =
        words.contains(WordRole.NEGATION, first, noun - 1)
            || words.contains(WordRole.NEGATION, noun + 1, last)
            || words.contains(WordRole.NEGATED_VERB, first, last);
    Clause clause = Clause.around(words, Math.min(verb, noun), Math.max(verb, noun));
    return Polarity.resolve(clause, certified != negated, Statement.CONCLUDES);
  }
}
