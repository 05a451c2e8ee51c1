package org.openimr.parser.letter.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.model.PatientSex;

class PatientDemographicsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The injured worker is a 48 year old male, who fell. | 48 | MALE",
        "This case involves a now 59-year-old male with pain. | 59 | MALE",
        "The claimant is a(n) 57 year old female who lifts. | 57 | FEMALE",
        "The 58 year old female injured worker slipped. | 58 | FEMALE",
        "The applicant is a 34 -year-old right-hand-dominant woman. | 34 | FEMALE",
        "A bank teller, a 33 yr old F, was at work. | 33 | FEMALE",
        "Patient is a 61 y/o M with knee pain. | 61 | MALE",
        "This 45 yo gentleman is a driver. | 45 | MALE",
        "She was 39 years of age when it happened; the worker is a lady. | 39 |",
        "The patient is 52 years old. | 52 |",
        "The worker, a 40 Year Old roofer, is a male. | 40 | MALE",
        "The employee is a male who is left-handed. | | MALE",
        "This is a 45-year-old with pain of the hip. | 45 |",
        "The worker is a represented 47-year-old Acme Co. driver. | 47 |",
        "The applicant is a forty-nine-year-old woman. | 49 | FEMALE",
        "The patient was a sixty year old man. | 60 | MALE",
        "The injured worker is a year old female. | | FEMALE",
        "The pain is 20 years old. | |",
        "The MRI was 14 years old when it was seen again. | |",
        "He has had headaches since 13 years old. | |",
        "The 3-year-old injury was to the wrist of the worker's left arm. | |",
        "Her 12 year old daughter drove the patient to the visit. | |",
        "Over 60 years of use show little. | |",
      })
  void findsStatedAgeAndSex(String summary, Integer age, PatientSex sex) {
    PatientDemographics patient = PatientDemographics.extract(summary);

    assertThat(patient.age().orElse(null)).isEqualTo(age);
    assertThat(patient.sex().orElse(null)).isEqualTo(sex);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The patient is a 48 year old male. Another note has the patient as a 49 year old male.",
        "The worker is a 30-year-old woman. On the form she was 31 years old.",
      })
  void reportsDifferentAgesAsAmbiguous(String summary) {
    assertThat(PatientDemographics.extract(summary).ageAmbiguous()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The patient is a 48 year old male. This 48-year-old man fell.",
        "The patient is a 48 year old male. He had a 10 year old fracture.",
      })
  void ignoresRepeatedAndUnrelatedAges(String summary) {
    assertThat(PatientDemographics.extract(summary).ageAmbiguous()).isFalse();
  }
}
