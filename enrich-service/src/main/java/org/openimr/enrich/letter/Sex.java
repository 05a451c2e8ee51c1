package org.openimr.enrich.letter;

/** Sex of the patient where the clinical summary says it. */
public enum Sex {
  MALE,
  FEMALE
}
