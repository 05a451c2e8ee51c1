package org.openimr.tools.generator.variant;

import java.util.List;
import org.openimr.tools.generator.model.GeneratedLetter;

/**
 * A document with one or more letters.
 *
 * @param name unique file name without extension
 * @param index position in the sequence of documents
 * @param variants what distinguishes it from a clean letter
 * @param letters its different letters, in the order of the document, as they were before the
 *     variants were applied
 * @param text text as converted from a PDF or copied from a mail
 */
public record GeneratedDocument(
    String name,
    long index,
    List<DocumentVariant> variants,
    List<GeneratedLetter> letters,
    String text) {

  /** Whether the facts of all letters must be parsed; otherwise a warning or rejection will do. */
  public boolean mustBeRight() {
    return variants.stream().allMatch(DocumentVariant::isCertain);
  }

  /** Whether the text is in capitals, so that facts can only be compared ignoring case. */
  public boolean ignoresCase() {
    return variants.contains(DocumentVariant.CAPITALS);
  }
}
