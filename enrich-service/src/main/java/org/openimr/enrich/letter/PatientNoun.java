package org.openimr.enrich.letter;

import java.util.Optional;
import java.util.Set;

/**
 * The noun that an age is said of.
 *
 * @param ofPatient whether it is the patient
 */
record PatientNoun(boolean ofPatient, Optional<Sex> sex) {
  private static final Set<String> MALE = Set.of("male", "man", "gentleman", "m");
  private static final Set<String> FEMALE = Set.of("female", "woman", "lady", "f");
  private static final Set<String> PERSON =
      Set.of(
          "patient",
          "worker",
          "applicant",
          "claimant",
          "employee",
          "individual",
          "person",
          "member",
          "iw");
  private static final Set<String> PRONOUN = Set.of("he", "she", "who");
  private static final Set<String> OTHERS =
      Set.of(
          "daughter",
          "son",
          "child",
          "wife",
          "husband",
          "mother",
          "father",
          "brother",
          "sister",
          "injury",
          "fracture",
          "surgery");
  private static final Set<String> VERB = Set.of("is", "was");
  private static final Set<String> FILLING =
      Set.of(
          "a",
          "an",
          "a(n)",
          "(n)",
          "n",
          "now",
          "currently",
          "approximately",
          "about",
          "presently",
          "the",
          "this");

  /** Words that may stand between, as in {@code 48 year old right hand dominant male}. */
  private static final int WORDS_BETWEEN = 6;

  private static final PatientNoun NONE = new PatientNoun(false, Optional.empty());

  /** The noun among the next words of the sentence. */
  static PatientNoun behind(String summary, int from) {
    PatientNoun noun = NONE;
    Words words = new Words(summary, from);
    for (int k = 0; k < WORDS_BETWEEN && words.next(); k++) {
      String word = words.word();
      if (OTHERS.contains(word)) {
        return noun;
      }
      if (MALE.contains(word)) {
        return new PatientNoun(true, Optional.of(Sex.MALE));
      }
      if (FEMALE.contains(word)) {
        return new PatientNoun(true, Optional.of(Sex.FEMALE));
      }
      noun = PERSON.contains(word) ? new PatientNoun(true, Optional.empty()) : noun;
    }
    return noun;
  }

  /** Whether the words before an age say that the patient is so old. */
  static boolean isBefore(String summary, int number) {
    boolean verb = false;
    int end = number;
    for (int k = 0; k < WORDS_BETWEEN; k++) {
      int wordEnd = Blanks.skipBack(summary, end, 0);
      int start = Words.start(summary, wordEnd);
      String word = Words.bare(summary, start, wordEnd);
      if (PERSON.contains(word) || PRONOUN.contains(word)) {
        return verb;
      }
      if (!VERB.contains(word) && !FILLING.contains(word)) {
        return false;
      }
      verb |= VERB.contains(word);
      end = start;
    }
    return false;
  }
}
