package org.openimr.parser.letter.summary;

import java.util.Optional;
import org.openimr.parser.letter.model.PatientSex;

/**
 * The age and sex of the patient as stated in a summary.
 *
 * @param age the first stated age in years, or empty
 * @param sex the stated sex, or empty
 * @param ageAmbiguous whether the summary states a second, different age of the patient
 */
record PatientDemographics(Optional<Integer> age, Optional<PatientSex> sex, boolean ageAmbiguous) {
  /** Numbers outside these bounds are not the age of an injured worker. */
  private static final int MIN_AGE = 13;

  private static final int MAX_AGE = 115;

  /** Extracts age and sex from a summary whose lines are joined. */
  static PatientDemographics extract(String summary) {
    int age = -1;
    boolean ambiguous = false;
    Optional<PatientSex> sex = Optional.empty();
    String lowerCase = summary.indexOf('Y') < 0 ? summary : summary.replace('Y', 'y');
    for (int y = lowerCase.indexOf('y'); y >= 0; y = lowerCase.indexOf('y', y + 1)) {
      AgePhrase phrase = AgePhrase.find(summary, y);
      if (phrase == null || phrase.years() < MIN_AGE || phrase.years() > MAX_AGE) {
        continue;
      }
      AgeSubject subject = AgeSubject.after(summary, phrase.end());
      boolean ofPatient =
          switch (subject.kind()) {
            case PATIENT -> true;
            case OTHER -> false;
            case UNKNOWN -> AgeSubject.isIntroducedBefore(summary, phrase.start());
          };
      if (ofPatient) {
        ambiguous |= age >= 0 && age != phrase.years();
        age = age < 0 ? phrase.years() : age;
        sex = sex.isEmpty() ? subject.sex() : sex;
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
