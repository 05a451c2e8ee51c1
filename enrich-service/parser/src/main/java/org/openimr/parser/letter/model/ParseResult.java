package org.openimr.parser.letter.model;

/** The outcome of reading a text: a whole letter, or the reason why there is none. */
public sealed interface ParseResult {

  /** The whole letter. */
  record Parsed(Letter letter) implements ParseResult {}

  /**
   * Not a letter that can be read to its end.
   *
   * @param code why
   * @param field what could not be read, e.g. {@code decisions[2].rationale}; empty where the whole
   *     text is meant
   * @param offset into the text, where reading stopped
   * @param message a sentence for people; never text of the letter
   */
  record Failed(FailureCode code, String field, int offset, String message)
      implements ParseResult {}

  /** Why a text can't be read; the same words as the dead letter header {@code imr.error.code}. */
  enum FailureCode {
    /** No heading of any letter was found. */
    NOT_A_LETTER,
    /** Headings of a letter, but of no layout that is known. */
    UNKNOWN_LAYOUT,
    /** A known layout without any item. */
    NO_ITEMS,
    /** An item lacks one of its parts. */
    ITEM_INCOMPLETE
  }
}
