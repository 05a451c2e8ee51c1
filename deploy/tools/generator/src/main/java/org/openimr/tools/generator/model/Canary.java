package org.openimr.tools.generator.model;

/**
 * An invented word in the clinical summary and each rationale of every synthetic letter, and
 * nowhere else. Tests search logs and reports for it to find text of letters.
 */
public final class Canary {
  public static final String WORD = "Quarvexil";

  /** The sentence that contains the word. */
  public static final String SENTENCE = "The patient was first seen at the " + WORD + " clinic.";

  private Canary() {}
}
