package org.openimr.tools.generator.model;

/**
 * A made-up word that is in the clinical summary and each rationale of every made-up letter, and in
 * nothing else: where it is found, there is text of letters.
 */
public final class Canary {
  public static final String WORD = "Quarvexil";

  /** The sentence that carries it. */
  public static final String SENTENCE = "The patient was first seen at the " + WORD + " clinic.";

  private Canary() {}
}
