package org.openimr.tools.generator.model;

/** Independent distortions of a letter between its author and its text. */
public enum Noise {
  /** Page breaks after any line, including within a heading. */
  PAGE_BREAKS_ANYWHERE,
  /** A numbered footer at each page break. */
  PAGE_FOOTERS,
  /** Lines end in carriage return and line feed. */
  CRLF,
  /** Typographic quotes and apostrophes. */
  CURLY_QUOTES,
  /** {@code ff}, {@code fi}, {@code fl}, {@code ffi}, {@code ffl} as one character. */
  LIGATURES,
  /** Soft hyphens at line ends and within lines. */
  SOFT_HYPHENS,
  /** Words of the prose hyphenated at line ends. */
  BROKEN_WORDS,
  /** More than one space between words. */
  WIDE_BLANKS,
  /** Lines of at most 50 characters, so that headings wrap. */
  NARROW,
  /** A dropped or doubled letter in the name of a guideline. */
  TYPING_ERRORS,
  /** Names removed from the prose. */
  REDACTION
}
