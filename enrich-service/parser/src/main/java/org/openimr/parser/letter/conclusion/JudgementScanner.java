package org.openimr.parser.letter.conclusion;

/**
 * Interprets a word that judges a treatment, such as {@code necessary}, {@code supported} or {@code
 * denied}. Walks back to its verb and counts the negations on the way.
 */
final class JudgementScanner {
  /** Maximum number of words between the verb and the judgement. */
  private static final int MAX_DISTANCE = 16;

  /** Maximum number of words of a sentence without a verb. */
  private static final int MAX_FRAGMENT = 6;

  private static final int MAX_NEGATION_DISTANCE = 6;

  private final SentenceWords words;
  private final int head;
  private boolean negated;

  /** Whether words before the verb negate the judgement. */
  private boolean negatedBefore;

  private JudgementScanner(SentenceWords words, int head) {
    this.words = words;
    this.head = head;
  }

  /** Interprets the word at an index, which has the role POSITIVE or NEGATIVE. */
  static Statement interpret(SentenceWords words, int head) {
    return new JudgementScanner(words, head).interpret();
  }

  private Statement interpret() {
    int verb = findVerb();
    if (verb < 0 || isAttribute(verb)) {
      return verb < 0 ? interpretFragment() : Statement.NONE;
    }
    Clause clause = Clause.around(words, verb, head);
    boolean decides = words.is(head, WordRole.DECISION);
    boolean denial = clause.judgesDenial();
    if (decides && !words.is(verb, WordRole.PRESENT)) {
      return Statement.NONE;
    }
    boolean necessary = isPositive() != negated;
    boolean inverted = denial && !decides;
    int weight = weight(clause, decides, denial);
    return negatedBefore
        ? Polarity.resolveStated(clause, necessary != inverted, weight)
        : Polarity.resolve(clause, necessary != inverted, weight);
  }

  private boolean isPositive() {
    return words.is(head, WordRole.POSITIVE) != words.isWord(head - 1, "non");
  }

  private int weight(Clause clause, boolean decides, boolean denial) {
    boolean concludes = clause.concludes();
    if (isMedical(head) || denial) {
      return concludes ? Statement.CONCLUDES : Statement.EXPLICIT;
    }
    if (!concludes) {
      return 0;
    }
    boolean namesRequest = words.contains(WordRole.REQUEST, clause.start(), clause.verb());
    return decides ? Statement.CONCLUDES : namesRequest ? Statement.EXPLICIT : Statement.IMPLIED;
  }

  /** Returns whether a judgement is about medical necessity, also with words in between. */
  private boolean isMedical(int index) {
    for (int i = index - 1; i >= Math.max(0, index - 4); i--) {
      if (words.is(i, WordRole.MEDICAL)) {
        return true;
      }
      if (!isCoordination(i)) {
        return false;
      }
    }
    return false;
  }

  private boolean isCoordination(int i) {
    return words.is(i, WordRole.POSITIVE)
        || words.is(i, WordRole.COMMA)
        || words.isWord(i, "and")
        || words.isWord(i, "or");
  }

  /** Returns the index of the verb of the judgement, or -1. */
  private int findVerb() {
    for (int i = head - 1; i >= Math.max(0, head - MAX_DISTANCE); i--) {
      if (words.is(i, WordRole.STOP) || words.is(i, WordRole.CONDITION)) {
        return -1;
      }
      if (words.is(i, WordRole.NEGATED_VERB)) {
        negated = !negated;
        return i;
      }
      if (words.is(i, WordRole.VERB)) {
        return atFirstVerb(i);
      }
      if (words.is(i, WordRole.RECOMMENDING)
          && words.is(head, WordRole.DECISION)
          && !isPassive(i)) {
        return i;
      }
      if (words.is(i, WordRole.FINDING) && !isPassive(i)) {
        negatedBefore = isNegatedBefore(i);
        negated ^= negatedBefore;
        return i;
      }
      negated |= words.is(i, WordRole.ABSENCE);
      if (words.is(i, WordRole.FAILING_VERB)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the index of the first verb of a group such as {@code has not been}. */
  private int atFirstVerb(int last) {
    int first = last;
    for (int i = last - 1; i >= Math.max(0, last - 5); i--) {
      if (words.is(i, WordRole.NEGATED_VERB) || words.is(i, WordRole.NEGATION)) {
        if (!isVerbBefore(i) && !words.is(i, WordRole.NEGATED_VERB)) {
          break;
        }
        negated = !negated;
        first = i;
      } else if (words.is(i, WordRole.VERB)) {
        first = i;
      } else if (!words.isWord(i, "to")) {
        break;
      }
    }
    return first;
  }

  private boolean isVerbBefore(int index) {
    return words.is(index - 1, WordRole.VERB);
  }

  private boolean isPassive(int finding) {
    for (int i = finding - 1; i >= Math.max(0, finding - 3); i--) {
      if (words.is(i, WordRole.VERB) || words.is(i, WordRole.NEGATED_VERB)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the words before an active verb negate it: {@code no reason to consider}. */
  private boolean isNegatedBefore(int verb) {
    WordRole negation = words.is(verb, WordRole.CAUSING) ? WordRole.NEGATION : WordRole.ABSENCE;
    for (int i = verb - 1; i >= Math.max(0, verb - MAX_NEGATION_DISTANCE); i--) {
      if (words.is(i, negation) || words.is(i, WordRole.NEGATED_VERB)) {
        return true;
      }
      if (words.is(i, WordRole.COMMA) || words.is(i, WordRole.STOP) || words.is(i, WordRole.VERB)) {
        return false;
      }
    }
    return false;
  }

  /** Returns whether the word describes a noun after it, as in {@code the necessary visits}. */
  private boolean isAttribute(int verb) {
    int next = head + 1;
    if (next >= words.count()
        || words.is(next, WordRole.FOLLOWING)
        || words.is(next, WordRole.COMMA)
        || words.is(next, WordRole.STOP)
        || words.is(next, WordRole.VERB)
        || words.is(next, WordRole.NEGATED_VERB)
        || words.isAdverb(next)
        || words.isNumber(next)) {
      return false;
    }
    return !words.contains(WordRole.ARTICLE, verb, head) || !isMedical(head);
  }

  /** Interprets a sentence without a verb, such as {@code Therefore, not medically necessary}. */
  private Statement interpretFragment() {
    boolean fragment =
        words.count() <= MAX_FRAGMENT && isMedical(head) && head + 1 == words.count();
    return fragment ? Statement.of(isPositive() != negated, Statement.EXPLICIT) : Statement.NONE;
  }
}
