package org.openimr.parser.letter.conclusion;

import org.openimr.parser.letter.conclusion.Statement.Meaning;

/** Turns the judgement of a clause into a statement about the request. */
final class Polarity {
  private Polarity() {}

  /**
   * Returns the statement that a clause makes. A negative subject such as {@code none of} turns it.
   *
   * @param necessary whether the clause itself judges that the treatment is necessary
   * @param weight how certainly it concludes
   */
  static Statement resolve(Clause clause, boolean necessary, int weight) {
    boolean embedded = clause.embedding() >= 0;
    return resolveStated(
        clause, embedded ? necessary : necessary != clause.hasNegativeSubject(), weight);
  }

  /** Returns the statement that a clause makes, all its negations counted. */
  static Statement resolveStated(Clause clause, boolean necessary, int weight) {
    if (clause.isConditional()
        || clause.isConcession()
        || clause.isRelative()
        || clause.advisesTapering()
        || clause.isReported()
        || clause.statesGuideline()) {
      return Statement.NONE;
    }
    int embedding = clause.embedding();
    return embedding < 0
        ? restrict(clause, necessary, weight)
        : resolveEmbedded(clause, embedding, necessary, weight);
  }

  private static Statement resolveEmbedded(
      Clause clause, int embedding, boolean necessary, int weight) {
    SentenceWords words = clause.words();
    int from = words.afterLast(WordRole.STOP, embedding);
    from = Math.max(from, words.afterLast(WordRole.COMMA, embedding));
    boolean denied =
        words.contains(WordRole.ABSENCE, from, embedding)
            || words.contains(WordRole.NEGATED_VERB, from, embedding);
    if (denied && !words.contains(WordRole.DOUBT, from, embedding)) {
      return necessary ? Statement.of(false, weight) : new Statement(Meaning.UNCLEAR, weight);
    }
    if (words.isWord(embedding, "whether")) {
      boolean open = words.contains(WordRole.NEGATED_VERB, clause.head(), words.count());
      return open && necessary ? Statement.of(false, weight) : Statement.NONE;
    }
    return restrict(clause, necessary, weight);
  }

  /** Checks the words after the judgement, which may restrict an approval. */
  private static Statement restrict(Clause clause, boolean necessary, int weight) {
    int certain = clause.isCause() ? Statement.IMPLIED : weight;
    if (!necessary) {
      return Statement.of(false, certain);
    }
    SentenceWords words = clause.words();
    int after = Math.max(clause.head(), clause.verb()) + 1;
    if (words.is(clause.verb(), WordRole.HYPOTHETICAL)
        || words.contains(WordRole.CONDITION, after, words.count())) {
      return Statement.NONE;
    }
    boolean partial =
        words.contains(WordRole.RESTRICTION, after, words.count())
            || words.isWord(after, "for") && isNumber(words, after + 1);
    return partial ? new Statement(Meaning.UNCLEAR, certain) : Statement.of(true, certain);
  }

  private static boolean isNumber(SentenceWords words, int index) {
    return words.is(index, WordRole.NUMBER) || words.isNumber(index);
  }
}
