package org.openimr.parser.letter.model;

/** Sex of the patient where the clinical summary says it. */
public enum PatientSex {
  MALE,
  FEMALE
}
