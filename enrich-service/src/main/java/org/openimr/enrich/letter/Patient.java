package org.openimr.enrich.letter;

import java.util.Optional;

/**
 * Age and sex of the patient, as far as a summary says them.
 *
 * @param age years; the first that is said
 * @param ambiguous whether a different age is said of the patient as well
 */
record Patient(Optional<Integer> age, Optional<Sex> sex, boolean ambiguous) {
  /** Injured workers are so old; anything else is not the age of one. */
  private static final int YOUNGEST = 13;

  private static final int OLDEST = 115;

  /** Looks through a summary whose lines are joined. */
  static Patient in(String summary) {
    int age = -1;
    boolean ambiguous = false;
    Optional<Sex> sex = Optional.empty();
    String lowerCase = summary.indexOf('Y') < 0 ? summary : summary.replace('Y', 'y');
    for (int y = lowerCase.indexOf('y'); y >= 0; y = lowerCase.indexOf('y', y + 1)) {
      AgeWords words = AgeWords.at(summary, y);
      if (words == null || words.years() < YOUNGEST || words.years() > OLDEST) {
        continue;
      }
      PatientNoun noun = PatientNoun.behind(summary, words.end());
      boolean ofPatient =
          switch (noun.whose()) {
            case PATIENT -> true;
            case OTHER -> false;
            case UNSAID -> PatientNoun.saidBefore(summary, words.start());
          };
      if (ofPatient) {
        ambiguous |= age >= 0 && age != words.years();
        age = age < 0 ? words.years() : age;
        sex = sex.isEmpty() ? noun.sex() : sex;
      }
    }
    return age < 0 ? withoutAge(summary) : new Patient(Optional.of(age), sex, ambiguous);
  }

  private static Patient withoutAge(String summary) {
    return new Patient(Optional.empty(), PatientNoun.opening(summary).sex(), false);
  }
}
