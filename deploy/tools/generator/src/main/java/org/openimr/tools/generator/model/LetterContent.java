package org.openimr.tools.generator.model;

import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.model.LetterHeader;

/**
 * A letter before a converter sets its lines.
 *
 * @param header drawn as a table of two columns
 */
public record LetterContent(Optional<LetterHeader> header, List<Block> blocks) {

  /** A stretch of a letter on lines of its own; {@code \n\n} in it starts a new paragraph. */
  public record Block(Style style, String text) {}

  /** What a block is. */
  public enum Style {
    /** Centred and bold. */
    HEADING,
    /** An item's heading with its decision word. */
    TITLE,
    PARAGRAPH,
    /** A paragraph in which words may be broken. */
    PROSE,
    /** A paragraph with nothing between it and the next. */
    LINE
  }
}
