package org.openimr.enrich.letter;

import java.util.Optional;

/**
 * Age and sex of the patient, as far as a summary says them.
 *
 * @param age years; the first that is said
 * @param ambiguous whether a different age is said of the patient as well
 */
record Patient(Optional<Integer> age, Optional<Sex> sex, boolean ambiguous) {
  private static final int OLDEST = 115;

  /** Without an age, the sex is taken from so many characters at most. */
  private static final int OPENING = 200;

  /** Looks through a summary whose lines are joined. */
  static Patient in(String summary) {
    int age = -1;
    boolean ambiguous = false;
    Sex sex = null;
    String lowerCase = summary.indexOf('Y') < 0 ? summary : summary.replace('Y', 'y');
    for (int y = lowerCase.indexOf('y'); y >= 0; y = lowerCase.indexOf('y', y + 1)) {
      int number = AgeWords.number(summary, y);
      int behind = number < 0 ? -1 : AgeWords.behind(summary, y);
      if (behind < 0) {
        continue;
      }
      PatientNoun noun = PatientNoun.behind(summary, behind);
      int years = value(summary, number);
      if (years <= OLDEST && (noun.ofPatient() || PatientNoun.isBefore(summary, number))) {
        ambiguous |= age >= 0 && age != years;
        age = age < 0 ? years : age;
        sex = sex == null ? noun.sex().orElse(null) : sex;
      }
    }
    return age < 0
        ? withoutAge(summary)
        : new Patient(Optional.of(age), Optional.ofNullable(sex), ambiguous);
  }

  private static Patient withoutAge(String summary) {
    String opening = summary.substring(0, Math.min(summary.length(), OPENING));
    return new Patient(Optional.empty(), PatientNoun.behind(opening, 0).sex(), false);
  }

  private static int value(String summary, int number) {
    int value = 0;
    for (int i = number; summary.charAt(i) >= '0' && summary.charAt(i) <= '9'; i++) {
      value = value * 10 + summary.charAt(i) - '0';
    }
    return value;
  }
}
