package org.openimr.parser.letter.summary;

import java.util.Optional;
import java.util.Set;
import org.openimr.parser.letter.model.PatientSex;
import org.openimr.parser.letter.text.Whitespace;
import org.openimr.parser.letter.text.WordCursor;

/**
 * The noun that an age refers to, as far as the words around the age identify it.
 *
 * @param kind whether the age is that of the patient
 * @param sex the sex that the noun implies, or empty
 */
record AgeSubject(Kind kind, Optional<PatientSex> sex) {

  /** The bearer of an age. */
  enum Kind {
    /** The patient. */
    PATIENT,
    /** Another person or a thing. */
    OTHER,
    /** The words do not tell. */
    UNKNOWN
  }

  private static final Set<String> MALE_NOUNS = wordSet("male man gentleman m");
  private static final Set<String> FEMALE_NOUNS = wordSet("female woman lady f");
  private static final Set<String> PERSON_NOUNS =
      wordSet("patient worker applicant claimant employee individual person member iw");

  private static final Set<String> OTHER_NOUNS =
      wordSet(
          "daughter son child wife husband mother father brother sister"
              + " injury accident claim fracture surgery pain symptoms condition tear lesion scar"
              + " wound mri scan study film report record"
              + " implant prosthesis brace device vehicle car truck");

  /** Words that start another clause. Nouns after them do not bear the age. */
  private static final Set<String> CLAUSE_STARTS =
      wordSet("who with when that which whose has had sustained at");

  private static final Set<String> VERBS = wordSet("is was involves concerns aged");

  /** Words that may occur between the verb and the age. */
  private static final Set<String> FILLER_WORDS =
      wordSet("a an a(n) (n) n now currently approximately about presently represented the");

  /** Maximum number of words to the noun, as in {@code 48 year old right hand dominant male}. */
  private static final int MAX_WORDS = 6;

  private static final AgeSubject UNKNOWN = new AgeSubject(Kind.UNKNOWN, Optional.empty());

  /** Finds the noun among the words of the sentence after an age. */
  static AgeSubject after(String summary, int from) {
    return within(summary, from, MAX_WORDS);
  }

  /** Finds the noun in the opening sentence of a summary that does not state an age. */
  static AgeSubject inOpening(String summary) {
    return within(summary, 0, 2 * MAX_WORDS);
  }

  private static AgeSubject within(String summary, int from, int maxWords) {
    AgeSubject subject = UNKNOWN;
    WordCursor words = new WordCursor(summary, from);
    for (int k = 0; k < maxWords && words.advance(); k++) {
      String word = words.word();
      if (CLAUSE_STARTS.contains(word)) {
        return subject;
      }
      if (MALE_NOUNS.contains(word)) {
        return new AgeSubject(Kind.PATIENT, Optional.of(PatientSex.MALE));
      }
      if (FEMALE_NOUNS.contains(word)) {
        return new AgeSubject(Kind.PATIENT, Optional.of(PatientSex.FEMALE));
      }
      if (OTHER_NOUNS.contains(word) && subject.equals(UNKNOWN)) {
        return new AgeSubject(Kind.OTHER, Optional.empty());
      }
      subject =
          PERSON_NOUNS.contains(word) ? new AgeSubject(Kind.PATIENT, Optional.empty()) : subject;
    }
    return subject;
  }

  /**
   * Returns whether the words before an age introduce a person of that age: {@code the applicant is
   * a}, {@code this case involves a now}.
   *
   * @param number offset of the age
   */
  static boolean isIntroducedBefore(String summary, int number) {
    int end = number;
    for (int k = 0; k < MAX_WORDS; k++) {
      int wordEnd = Whitespace.skipBackward(summary, end, 0);
      int start = WordCursor.wordStart(summary, wordEnd);
      String word = WordCursor.stripPunctuation(summary, start, wordEnd);
      if (VERBS.contains(word)) {
        int subjectEnd = Whitespace.skipBackward(summary, start, 0);
        int subject = WordCursor.wordStart(summary, subjectEnd);
        String subjectWord = WordCursor.stripPunctuation(summary, subject, subjectEnd);
        return !OTHER_NOUNS.contains(subjectWord) && !subjectWord.equals("it");
      }
      if (!FILLER_WORDS.contains(word)) {
        return false;
      }
      end = start;
    }
    return false;
  }

  private static Set<String> wordSet(String words) {
    return Set.of(words.split(" "));
  }
}
