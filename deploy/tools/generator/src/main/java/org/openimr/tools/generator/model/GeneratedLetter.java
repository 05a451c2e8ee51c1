package org.openimr.tools.generator.model;

import java.util.List;
import java.util.Set;

/**
 * A synthetic letter.
 *
 * @param name unique file name without extension
 * @param index position in the sequence of letters
 * @param caseIndex index of the first letter of the case
 * @param sendReason reason for sending the letter
 * @param pages text as converted from a PDF; each page ends with the text between pages
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
    List<String> pages,
    LetterLabel label) {

  /** Text as converted from a PDF. */
  public String text() {
    return String.join("", pages);
  }

  public static String name(LetterLabel label, long index) {
    return label.header().caseNumber().orElse("letter") + "-" + index;
  }

  /** Returns the same text as a later letter. */
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
        pages,
        label);
  }

  /** Reasons for sending a letter. */
  public enum SendReason {
    /** The first letter of its case. */
    FIRST,
    /** A duplicate: the facts of an earlier letter in any rendering. */
    RESENT,
    /** Other facts of the case of an earlier letter. */
    REVISED
  }
}
