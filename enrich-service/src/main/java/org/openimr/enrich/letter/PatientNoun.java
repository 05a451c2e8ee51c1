package org.openimr.enrich.letter;

import java.util.Optional;
import java.util.Set;

/** The noun that an age is said of, as far as the words around the age tell it. */
record PatientNoun(Whose whose, Optional<Sex> sex) {

  /** Whose age it is. */
  enum Whose {
    PATIENT,
    OTHER,
    UNSAID
  }

  private static final Set<String> MALE = words("male man gentleman m");
  private static final Set<String> FEMALE = words("female woman lady f");
  private static final Set<String> PERSON =
      words("patient worker applicant claimant employee individual person member iw");

  private static final Set<String> OTHERS =
      words(
          "daughter son child wife husband mother father brother sister"
              + " injury accident claim fracture surgery pain symptoms condition tear lesion scar"
              + " wound mri scan study film report record"
              + " implant prosthesis brace device vehicle car truck");

  /** Behind these, something else is spoken of. */
  private static final Set<String> NEXT_CLAUSE =
      words("who with when that which whose has had sustained at");

  private static final Set<String> VERBS = words("is was involves concerns aged");

  /** Words between the verb and the age. */
  private static final Set<String> FILLING =
      words("a an a(n) (n) n now currently approximately about presently represented the");

  /** Words that may stand between, as in {@code 48 year old right hand dominant male}. */
  private static final int WORDS_BETWEEN = 6;

  private static final PatientNoun UNSAID = new PatientNoun(Whose.UNSAID, Optional.empty());

  /** The noun among the next words of the sentence. */
  static PatientNoun behind(String summary, int from) {
    return within(summary, from, WORDS_BETWEEN);
  }

  /** The noun in the opening sentence of a summary that says no age. */
  static PatientNoun opening(String summary) {
    return within(summary, 0, 2 * WORDS_BETWEEN);
  }

  private static PatientNoun within(String summary, int from, int mostWords) {
    PatientNoun noun = UNSAID;
    Words words = new Words(summary, from);
    for (int k = 0; k < mostWords && words.next(); k++) {
      String word = words.word();
      if (NEXT_CLAUSE.contains(word)) {
        return noun;
      }
      if (MALE.contains(word)) {
        return new PatientNoun(Whose.PATIENT, Optional.of(Sex.MALE));
      }
      if (FEMALE.contains(word)) {
        return new PatientNoun(Whose.PATIENT, Optional.of(Sex.FEMALE));
      }
      if (OTHERS.contains(word) && noun == UNSAID) {
        return new PatientNoun(Whose.OTHER, Optional.empty());
      }
      noun = PERSON.contains(word) ? new PatientNoun(Whose.PATIENT, Optional.empty()) : noun;
    }
    return noun;
  }

  /**
   * Whether the words before an age say that somebody is so old: {@code the applicant is a}, {@code
   * this case involves a now}.
   */
  static boolean saidBefore(String summary, int number) {
    int end = number;
    for (int k = 0; k < WORDS_BETWEEN; k++) {
      int wordEnd = Blanks.skipBack(summary, end, 0);
      int start = Words.start(summary, wordEnd);
      String word = Words.bare(summary, start, wordEnd);
      if (VERBS.contains(word)) {
        int subjectEnd = Blanks.skipBack(summary, start, 0);
        int subject = Words.start(summary, subjectEnd);
        String subjectWord = Words.bare(summary, subject, subjectEnd);
        return !OTHERS.contains(subjectWord) && !subjectWord.equals("it");
      }
      if (!FILLING.contains(word)) {
        return false;
      }
      end = start;
    }
    return false;
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }
}
