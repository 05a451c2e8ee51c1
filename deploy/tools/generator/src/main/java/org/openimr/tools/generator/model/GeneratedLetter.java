package org.openimr.tools.generator.model;

import java.util.Set;

/**
 * A made-up letter.
 *
 * @param name a file name without ending, of its own for each index
 * @param index its number in the row of letters
 * @param caseIndex the index of the first letter of its case
 * @param occasion why it was sent
 * @param text as a converter leaves it
 */
public record GeneratedLetter(
    String name,
    long index,
    long caseIndex,
    SendReason sendReason,
    Era era,
    Rendering rendering,
    Set<Noise> noises,
    LetterContent content,
    String text,
    LetterLabel label) {

  public static String name(LetterLabel label, long index) {
    return label.header().caseNumber().orElse("letter") + "-" + index;
  }

  /** The very same text once more. */
  public GeneratedLetter resentAs(long laterIndex) {
    return new GeneratedLetter(
        name(label, laterIndex),
        laterIndex,
        caseIndex,
        SendReason.RESENT,
        era,
        rendering,
        noises,
        content,
        text,
        label);
  }

  /** Why a letter was sent. */
  public enum SendReason {
    /** The first of its case. */
    FIRST,
    /** The facts of an earlier letter again, in whatever rendering: a duplicate. */
    RESENT,
    /** Other facts for the case of an earlier letter. */
    REVISED
  }
}
