package org.openimr.parser.letter.conclusion;

/**
 * The clause of a judgement.
 *
 * @param words the words of the sentence
 * @param start index of the first word of the clause
 * @param verb index of its finite verb
 * @param head index of the word that judges
 */
record Clause(SentenceWords words, int start, int verb, int head) {
  private static final WordRole[] BOUNDARIES = {
    WordRole.STOP, WordRole.COMMA, WordRole.THEREFORE, WordRole.CAUSE, WordRole.CONCESSION
  };

  /** Number of words at the start of a sentence that may introduce a conclusion. */
  private static final int OPENING_WORDS = 5;

  /** Returns the clause around a verb and the word that judges. */
  static Clause around(SentenceWords words, int verb, int head) {
    int first = Math.min(verb, head);
    int start = 0;
    for (WordRole role : BOUNDARIES) {
      start = Math.max(start, words.afterLast(role, first));
    }
    int and = words.afterLast(WordRole.COORDINATION, first);
    boolean afterClause = and > start && words.contains(WordRole.VERB, start, and);
    return new Clause(words, afterClause ? and : start, verb, head);
  }

  /** Returns whether the clause names the request or the sentence opens as a conclusion. */
  boolean concludes() {
    return words.contains(WordRole.REQUEST, 0, head)
        || words.isWord(head, "necessity")
        || words.contains(WordRole.NECESSITY, start, verb)
        || words.contains(WordRole.THEREFORE, 0, head)
        || words.contains(WordRole.OPENING, 0, Math.min(OPENING_WORDS, head));
  }

  boolean isConditional() {
    return words.contains(WordRole.CONDITION, start, verb);
  }

  boolean isConcession() {
    return words.is(start - 1, WordRole.CONCESSION);
  }

  /** Returns whether the clause states a reason, such as {@code As the surgery is ...}. */
  boolean isCause() {
    return words.is(start - 1, WordRole.CAUSE)
        && !words.is(start, WordRole.OPENING)
        && !words.is(start, WordRole.REQUEST)
        && words.contains(WordRole.COMMA, head, words.count());
  }

  /** Returns whether the sentence gives advice on tapering instead of judging the request. */
  boolean advisesTapering() {
    int taper = words.indexOf(WordRole.TAPERING, 0, head);
    return taper >= 0 && !words.contains(WordRole.REQUEST, 0, taper);
  }

  /** Returns whether the clause reports an earlier decision or another person's opinion. */
  boolean isReported() {
    if (judgesDenial()) {
      return false;
    }
    int from =
        Math.max(words.afterLast(WordRole.STOP, head), words.afterLast(WordRole.THEREFORE, head));
    int agent = words.indexOf(WordRole.EARLIER_REVIEW, from, head);
    if (agent >= 0) {
      return !isAside(agent);
    }
    if (words.contains(WordRole.EARLIER_REVIEW, head, words.count())
        && !words.is(verb, WordRole.PRESENT)) {
      return true;
    }
    int person = words.indexOf(WordRole.TREATING, from, head);
    int opinion = person < 0 ? -1 : words.indexOf(WordRole.OPINION, person, head);
    return opinion >= 0 && opinion - person <= 4 && !isAside(opinion);
  }

  /** Returns whether a comma and a subject of its own separate a present verb from a word. */
  private boolean isAside(int index) {
    return words.is(verb, WordRole.PRESENT) && start > index;
  }

  /** Returns whether the clause states what a guideline says rather than what was decided. */
  boolean statesGuideline() {
    return !concludes() && words.contains(WordRole.GUIDELINE, start, head);
  }

  /** Returns whether the subject is a denial, so that approval of it denies the request. */
  boolean judgesDenial() {
    int denial = words.indexOf(WordRole.DENIAL, start, verb);
    int certification = words.indexOf(WordRole.DECISION_NOUN, start, verb);
    boolean review =
        words.is(head, WordRole.DECISION) && words.contains(WordRole.DETERMINATION, start, verb);
    return denial >= 0
        || review
        || certification > 0 && words.is(certification - 1, WordRole.NEGATION);
  }

  /** Returns whether the subject is a negation: {@code no}, {@code none of}, {@code neither}. */
  boolean hasNegativeSubject() {
    int subject = start;
    while (subject < verb && words.is(subject, WordRole.OPENING)) {
      subject++;
    }
    int negative = words.indexOf(WordRole.NEGATIVE_SUBJECT, subject, Math.min(verb, subject + 2));
    return negative >= 0 && !words.contains(WordRole.VERB, negative, verb)
        || words.is(verb - 1, WordRole.NEGATIVE_SUBJECT);
  }

  /** Returns whether this is a relative clause: {@code which is being recommended}. */
  boolean isRelative() {
    for (int i = verb - 1; i >= start && !words.is(i, WordRole.VERB); i--) {
      if (words.is(i, WordRole.RELATIVE) && !words.is(i, WordRole.EMBEDDING)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the index of {@code that} or {@code whether} if it introduces this clause, else -1. */
  int embedding() {
    int at = -1;
    for (int i = start; i < verb; i++) {
      if (words.is(i, WordRole.EMBEDDING)) {
        at = i;
      } else if (words.is(i, WordRole.VERB)) {
        at = -1;
      }
    }
    return at;
  }
}
