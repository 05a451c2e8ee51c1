package org.openimr.parser.letter.summary;

import java.util.Optional;
import org.openimr.parser.letter.model.PatientSex;

/**
 * Age and sex of the patient, as far as a summary says them.
 *
 * @param age years; the first that is said
 * @param ambiguous whether a different age is said of the patient as well
 */
record PatientDemographics(Optional<Integer> age, Optional<PatientSex> sex, boolean ageAmbiguous) {
  /** Injured workers are so old; anything else is not the age of one. */
  private static final int MIN_AGE = 13;

  private static final int MAX_AGE = 115;

  /** Looks through a summary whose lines are joined. */
  static PatientDemographics extract(String summary) {
    int age = -1;
    boolean ambiguous = false;
    Optional<PatientSex> sex = Optional.empty();
    String lowerCase = summary.indexOf('Y') < 0 ? summary : summary.replace('Y', 'y');
    for (int y = lowerCase.indexOf('y'); y >= 0; y = lowerCase.indexOf('y', y + 1)) {
      AgePhrase words = AgePhrase.find(summary, y);
      if (words == null || words.years() < MIN_AGE || words.years() > MAX_AGE) {
        continue;
      }
      AgeSubject noun = AgeSubject.after(summary, words.end());
      boolean ofPatient =
          switch (noun.kind()) {
            case PATIENT -> true;
            case OTHER -> false;
            case UNSAID -> AgeSubject.isIntroducedBefore(summary, words.start());
          };
      if (ofPatient) {
        ambiguous |= age >= 0 && age != words.years();
        age = age < 0 ? words.years() : age;
        sex = sex.isEmpty() ? noun.sex() : sex;
      }
    }
    return age < 0
        ? withoutAge(summary)
        : new PatientDemographics(Optional.of(age), sex, ambiguous);
  }

  private static PatientDemographics withoutAge(String summary) {
    return new PatientDemographics(Optional.empty(), AgeSubject.inOpening(summary).sex(), false);
  }
}
