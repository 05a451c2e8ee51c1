package org.openimr.parser.letter.model;

/** The result of parsing a text: a complete letter or a failure. */
public sealed interface ParseResult {

  /**
   * A completely parsed letter.
   *
   * @param letter the letter
   */
  record Parsed(Letter letter) implements ParseResult {}

  /**
   * A text that cannot be parsed completely.
   *
   * @param code the reason
   * @param field the field that could not be parsed, e.g. {@code decisions[2].rationale}; empty if
   *     the failure concerns the whole text
   * @param offset the offset into the text at which parsing stopped
   * @param message a description for people; never contains text of the letter
   */
  record Failed(FailureCode code, String field, int offset, String message)
      implements ParseResult {}

  /**
   * Reasons for a failure. The names are those of the dead letter header {@code imr.error.code}.
   */
  enum FailureCode {
    /** The text does not contain a heading of a letter. */
    NOT_A_LETTER,
    /** The text contains several letters, or pages of several letters. */
    SEVERAL_LETTERS,
    /** The pages are not in the order of their printed numbers. */
    PAGE_ORDER,
    /** The text contains headings of a letter, but does not match any known layout. */
    UNKNOWN_LAYOUT,
    /** The layout is known, but no item was found. */
    NO_ITEMS,
    /** An item lacks one of its parts. */
    ITEM_INCOMPLETE
  }
}
