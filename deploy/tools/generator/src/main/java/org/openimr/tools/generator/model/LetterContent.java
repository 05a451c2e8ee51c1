package org.openimr.tools.generator.model;

import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.model.LetterHeader;

/**
 * The content of a letter before its lines are set.
 *
 * @param header block that is set as a two-column table
 */
public record LetterContent(Optional<LetterHeader> header, List<Block> blocks) {

  /** A part of a letter on separate lines; {@code \n\n} starts a new paragraph. */
  public record Block(Style style, String text) {}

  /** Kinds of blocks. */
  public enum Style {
    /** A centered bold line. */
    HEADING,
    /** The heading of an item with its outcome. */
    TITLE,
    PARAGRAPH,
    /** A paragraph in which words may be broken. */
    PROSE,
    /** A paragraph without space after it. */
    LINE
  }
}
