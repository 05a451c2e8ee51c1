package org.openimr.parser.letter.summary;

import java.util.Optional;
import java.util.Set;
import org.openimr.parser.letter.model.PatientSex;
import org.openimr.parser.letter.text.Whitespace;
import org.openimr.parser.letter.text.WordCursor;

/** The noun that an age is said of, as far as the words around the age tell it. */
record AgeSubject(Kind kind, Optional<PatientSex> sex) {

  /** Whose age it is. */
  enum Kind {
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
  private static final Set<String> FILLER_WORDS =
      words("a an a(n) (n) n now currently approximately about presently represented the");

  /** Words that may stand between, as in {@code 48 year old right hand dominant male}. */
  private static final int MAX_WORDS_BETWEEN = 6;

  private static final AgeSubject UNSAID = new AgeSubject(Kind.UNSAID, Optional.empty());

  /** The noun among the next words of the sentence. */
  static AgeSubject after(String summary, int from) {
    return within(summary, from, MAX_WORDS_BETWEEN);
  }

  /** The noun in the opening sentence of a summary that says no age. */
  static AgeSubject inOpening(String summary) {
    return within(summary, 0, 2 * MAX_WORDS_BETWEEN);
  }

  private static AgeSubject within(String summary, int from, int mostWords) {
    AgeSubject noun = UNSAID;
    WordCursor words = new WordCursor(summary, from);
    for (int k = 0; k < mostWords && words.advance(); k++) {
      String word = words.word();
      if (NEXT_CLAUSE.contains(word)) {
        return noun;
      }
      if (MALE.contains(word)) {
        return new AgeSubject(Kind.PATIENT, Optional.of(PatientSex.MALE));
      }
      if (FEMALE.contains(word)) {
        return new AgeSubject(Kind.PATIENT, Optional.of(PatientSex.FEMALE));
      }
      if (OTHERS.contains(word) && noun == UNSAID) {
        return new AgeSubject(Kind.OTHER, Optional.empty());
      }
      noun = PERSON.contains(word) ? new AgeSubject(Kind.PATIENT, Optional.empty()) : noun;
    }
    return noun;
  }

  /**
   * Whether the words before an age say that somebody is so old: {@code the applicant is a}, {@code
   * this case involves a now}.
   */
  static boolean isIntroducedBefore(String summary, int number) {
    int end = number;
    for (int k = 0; k < MAX_WORDS_BETWEEN; k++) {
      int wordEnd = Whitespace.skipBackward(summary, end, 0);
      int start = WordCursor.wordStart(summary, wordEnd);
      String word = WordCursor.stripPunctuation(summary, start, wordEnd);
      if (VERBS.contains(word)) {
        int subjectEnd = Whitespace.skipBackward(summary, start, 0);
        int subject = WordCursor.wordStart(summary, subjectEnd);
        String subjectWord = WordCursor.stripPunctuation(summary, subject, subjectEnd);
        return !OTHERS.contains(subjectWord) && !subjectWord.equals("it");
      }
      if (!FILLER_WORDS.contains(word)) {
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
