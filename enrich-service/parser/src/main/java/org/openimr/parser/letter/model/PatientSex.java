package org.openimr.parser.letter.model;

/** Sex of the patient as stated in the clinical summary. */
public enum PatientSex {
  MALE,
  FEMALE
}
