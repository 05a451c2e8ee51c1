package org.openimr.enrich.letter;

import java.util.Optional;
import java.util.Set;

/**
 * Age and sex of the patient, as far as a summary says them.
 *
 * @param age years; the first that is said
 * @param ambiguous whether a different age is said of the patient as well
 */
record Patient(Optional<Integer> age, Optional<Sex> sex, boolean ambiguous) {
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
          "he",
          "she",
          "who",
          "laborer",
          "iw");
  private static final Set<String> BETWEEN =
      Set.of(
          "is",
          "was",
          "a",
          "an",
          "a(n)",
          "n",
          "now",
          "currently",
          "approximately",
          "about",
          "the",
          "this",
          "involves",
          "presently",
          "aged",
          "age");
  private static final Set<String> OF_OTHERS =
      Set.of(
          "daughter", "son", "child", "wife", "husband", "mother", "father", "brother", "sister");

  /** Words between an age and the noun that it belongs to, as in {@code right hand dominant}. */
  private static final int WORDS_TO_NOUN = 6;

  private static final int OLDEST = 115;

  /** Looks through a summary whose lines are joined. */
  static Patient in(String summary) {
    int age = -1;
    boolean ambiguous = false;
    Sex sex = null;
    for (int at = nextNumber(summary, 0); at >= 0; at = nextNumber(summary, at + 1)) {
      int behind = AgeWords.behind(summary, at);
      if (behind < 0) {
        continue;
      }
      Noun noun = Noun.behind(summary, behind);
      int years = number(summary, at);
      if (years <= OLDEST && (noun.ofPatient() || saidOfPatient(summary, at))) {
        ambiguous |= age >= 0 && age != years;
        age = age < 0 ? years : age;
        sex = sex == null ? noun.sex() : sex;
      }
    }
    Optional<Integer> said = age < 0 ? Optional.empty() : Optional.of(age);
    return new Patient(said, Optional.ofNullable(sex), ambiguous);
  }

  /** The noun that an age belongs to. */
  private record Noun(boolean ofPatient, Sex sex) {
    static Noun behind(String summary, int from) {
      boolean ofPatient = false;
      Words words = new Words(summary, from);
      for (int k = 0; k < WORDS_TO_NOUN && words.next(); k++) {
        String word = words.word();
        if (OF_OTHERS.contains(word)) {
          return new Noun(ofPatient, null);
        }
        if (MALE.contains(word)) {
          return new Noun(true, Sex.MALE);
        }
        if (FEMALE.contains(word)) {
          return new Noun(true, Sex.FEMALE);
        }
        ofPatient |= PERSON.contains(word) && !word.equals("who");
      }
      return new Noun(ofPatient, null);
    }
  }

  /** Whether the words before say that the patient is so old. */
  private static boolean saidOfPatient(String summary, int at) {
    int end = at;
    boolean verb = false;
    for (int k = 0; k < WORDS_TO_NOUN && end > 0; k++) {
      int wordEnd = Blanks.skipBack(summary, end, 0);
      int start = wordEnd;
      while (start > 0 && summary.charAt(start - 1) > ' ') {
        start--;
      }
      String word = Words.bare(summary, start, wordEnd);
      if (PERSON.contains(word)) {
        return verb;
      }
      if (!BETWEEN.contains(word)) {
        return false;
      }
      verb |= word.equals("is") || word.equals("was");
      end = start;
    }
    return false;
  }

  private static int nextNumber(String summary, int from) {
    for (int i = from; i < summary.length(); i++) {
      if (digit(summary, i) && (i == 0 || !digit(summary, i - 1))) {
        return i;
      }
    }
    return -1;
  }

  private static int number(String summary, int at) {
    int value = 0;
    for (int i = at; i < summary.length() && digit(summary, i); i++) {
      value = Math.min(1000, value * 10 + summary.charAt(i) - '0');
    }
    return value;
  }

  private static boolean digit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
