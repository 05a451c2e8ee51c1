package org.openimr.parser.letter.conclusion;

import org.openimr.parser.letter.conclusion.Statement.Meaning;

/** Classifies a sentence of a rationale by what it says about medical necessity. */
final class ConclusionSentence {
  /** Maximum number of words after a verb without judgement, e.g. {@code is not at this time}. */
  private static final int MAX_AFTER_ELLIPSIS = 3;

  private static final int MAX_OBJECT = 10;
  private static final int MAX_NEGATION_DISTANCE = 4;

  /** The roles of the words that judge a request. */
  private static final long JUDGEMENTS =
      WordRole.POSITIVE.bit()
          | WordRole.NEGATIVE.bit()
          | WordRole.NECESSITY.bit()
          | WordRole.DECISION_NOUN.bit()
          | WordRole.ACTIVE.bit();

  private final SentenceWords words;

  private ConclusionSentence(SentenceWords words) {
    this.words = words;
  }

  /** Returns the most certain statement of a sentence, the last one of several. */
  static Statement classify(SentenceWords words, QuotedRanges quotes) {
    return words.containsAny(JUDGEMENTS)
        ? new ConclusionSentence(words).classify(quotes)
        : Statement.NONE;
  }

  private Statement classify(QuotedRanges quotes) {
    Statement best = Statement.NONE;
    for (int i = words.count() - 1; i >= 0 && best.weight() < Statement.CONCLUDES; i--) {
      if (words.isAny(i, JUDGEMENTS) && !quotes.contains(words.start(i))) {
        Statement statement = interpret(i);
        best = statement.weight() > best.weight() ? statement : best;
      }
    }
    boolean denies = best.meaning() == Meaning.NOT_NECESSARY;
    return !denies && mentionsNecessity() && (endsWithNegation() || deniesAlso())
        ? deny(best)
        : best;
  }

  private Statement interpret(int index) {
    if (words.is(index, WordRole.NECESSITY)) {
      return NecessityScanner.interpret(words, index);
    }
    if (words.is(index, WordRole.DECISION_NOUN)) {
      return RecommendationScanner.interpret(words, index);
    }
    return words.is(index, WordRole.ACTIVE)
        ? interpretActive(index)
        : JudgementScanner.interpret(words, index);
  }

  /** Interprets {@code does not support the request} and {@code fails to meet}. */
  private Statement interpretActive(int index) {
    boolean negated =
        words.contains(WordRole.NEGATION, index - 2, index)
            || words.contains(WordRole.NEGATED_VERB, index - 2, index)
            || words.contains(WordRole.ABSENCE, index - MAX_NEGATION_DISTANCE, index);
    return negated && words.contains(WordRole.REQUEST, 0, index + MAX_OBJECT)
        ? Polarity.resolve(Clause.around(words, index, index), false, Statement.IMPLIED)
        : Statement.NONE;
  }

  private boolean mentionsNecessity() {
    for (int i = 1; i < words.count(); i++) {
      if (words.isWord(i, "necessary") && words.is(i - 1, WordRole.MEDICAL)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the sentence ends with a negated verb: {@code but the second is not}. */
  private boolean endsWithNegation() {
    int last = words.count() - 1;
    for (int i = last; i > Math.max(0, last - MAX_AFTER_ELLIPSIS - 1); i--) {
      boolean negated = words.isWord(i, "not") && words.is(i - 1, WordRole.COPULA);
      if (negated || words.is(i, WordRole.NEGATED_VERB)) {
        return i == last || words.isWord(i + 1, "at");
      }
    }
    return false;
  }

  /** Returns whether the sentence denies a second treatment: {@code neither is the strap}. */
  private boolean deniesAlso() {
    for (int i = words.count() - 2; i > 0; i--) {
      boolean also = words.isWord(i, "neither") || words.isWord(i, "nor");
      if (also && words.is(i + 1, WordRole.COPULA)) {
        return true;
      }
    }
    return false;
  }

  private static Statement deny(Statement statement) {
    return new Statement(Meaning.NOT_NECESSARY, Math.max(statement.weight(), Statement.EXPLICIT));
  }
}
