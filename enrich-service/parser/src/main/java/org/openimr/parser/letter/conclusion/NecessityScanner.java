package org.openimr.parser.letter.conclusion;

import org.openimr.parser.letter.conclusion.Statement.Meaning;

/**
 * Interprets the noun {@code medical necessity}: whether it is said to be established, or what the
 * words before it say of it.
 */
final class NecessityScanner {
  /** Maximum number of words between the noun and what is said of it. */
  private static final int MAX_AFTER = 45;

  private static final int MAX_BEFORE = 18;
  private static final int MAX_VERB_GROUP = 7;

  private NecessityScanner() {}

  /** Interprets the word at an index, which has the role NECESSITY. */
  static Statement interpret(SentenceWords words, int noun) {
    boolean medical = words.is(noun - 1, WordRole.MEDICAL);
    if (!medical && !words.isWord(noun, "necessity")) {
      return Statement.NONE;
    }
    int end = Math.min(words.count(), noun + MAX_AFTER);
    for (int i = noun + 1; i < end && !words.is(i, WordRole.STOP); i++) {
      int verb = isSaid(words, i) ? verbBefore(words, noun, i) : -1;
      if (verb >= 0 && !words.contains(WordRole.RELATIVE, noun, verb)) {
        return interpretPredicate(words, noun, verb, i);
      }
    }
    return interpretObject(words, noun);
  }

  private static boolean isSaid(SentenceWords words, int index) {
    return words.is(index, WordRole.SHOWN) || words.is(index, WordRole.NOT_SHOWN);
  }

  /** Returns the first word of the verb group before an index, or -1. */
  private static int verbBefore(SentenceWords words, int noun, int index) {
    int verb = -1;
    for (int i = index - 1; i > Math.max(noun, index - MAX_VERB_GROUP); i--) {
      boolean isVerb =
          words.is(i, WordRole.VERB)
              || words.is(i, WordRole.NEGATED_VERB)
              || words.is(i, WordRole.FAILING_VERB);
      if (isVerb) {
        verb = i;
      } else if (verb >= 0 && !words.is(i, WordRole.NEGATION)) {
        break;
      }
    }
    return verb;
  }

  private static Statement interpretPredicate(SentenceWords words, int noun, int verb, int said) {
    boolean negated =
        words.contains(WordRole.ABSENCE, verb, said)
            || words.contains(WordRole.NEGATED_VERB, verb, said)
            || words.contains(
                WordRole.ABSENCE, Math.max(subjectStart(words, noun), noun - 5), noun);
    boolean shown = words.is(said, WordRole.SHOWN) && !words.is(said, WordRole.NOT_SHOWN);
    Clause clause = Clause.around(words, verb, said);
    Clause whole =
        new Clause(words, Math.min(clause.start(), subjectStart(words, noun)), verb, said);
    boolean demanded = words.is(verb, WordRole.OBLIGATION) && !negated;
    return demanded
        ? Statement.NONE
        : Polarity.resolveStated(whole, shown != negated, Statement.CONCLUDES);
  }

  private static int subjectStart(SentenceWords words, int noun) {
    return Clause.around(words, noun, noun).start();
  }

  /** Interprets the words before the noun: {@code does not support the medical necessity}. */
  private static Statement interpretObject(SentenceWords words, int noun) {
    int from = Math.max(Math.max(0, noun - MAX_BEFORE), words.afterLast(WordRole.STOP, noun));
    boolean denied =
        words.contains(WordRole.ABSENCE, from, noun)
            || words.contains(WordRole.NEGATED_VERB, from, noun);
    Clause clause = Clause.around(words, noun, noun);
    int weight = clause.concludes() ? Statement.CONCLUDES : Statement.EXPLICIT;
    if (denied) {
      return isDoubted(words, from, noun)
          ? new Statement(Meaning.UNCLEAR, Statement.IMPLIED)
          : Polarity.resolveStated(clause, false, weight);
    }
    return isAffirmed(words, from, noun)
        ? Polarity.resolveStated(clause, true, weight)
        : Statement.NONE;
  }

  private static boolean isDoubted(SentenceWords words, int from, int noun) {
    return words.contains(WordRole.DOUBT, from, noun);
  }

  private static boolean isAffirmed(SentenceWords words, int from, int noun) {
    if (words.contains(WordRole.COPULA, noun - 4, noun - 1)
        && !words.contains(WordRole.SHOWN, noun - 3, noun)) {
      return words.is(noun - 2, WordRole.ARTICLE) || words.isWord(noun - 2, "of");
    }
    int verb = words.indexOf(WordRole.SUPPORTING, from, noun);
    return verb >= 0
        && !words.isWord(verb - 1, "to")
        && !words.contains(WordRole.HYPOTHETICAL, from, noun);
  }
}
