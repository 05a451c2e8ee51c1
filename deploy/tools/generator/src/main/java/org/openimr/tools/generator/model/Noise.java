package org.openimr.tools.generator.model;

/** What goes wrong with a letter between the writer and the text; each can be had by itself. */
public enum Noise {
  /** A page break after any line, also inside a heading, rather than once a page. */
  PAGE_BREAKS_ANYWHERE,
  /** A numbered footer at each page break. */
  PAGE_FOOTERS,
  /** Lines end in carriage return and line feed. */
  CRLF,
  /** Typographic quotes and apostrophes. */
  CURLY_QUOTES,
  /** {@code ff}, {@code fi}, {@code fl}, {@code ffi}, {@code ffl} as one character. */
  LIGATURES,
  /** Words broken at line ends by soft hyphens, and soft hyphens that stayed within lines. */
  SOFT_HYPHENS,
  /** Words of the prose broken at line ends by hyphens. */
  BROKEN_WORDS,
  /** More than one blank between words. */
  WIDE_BLANKS,
  /** Lines of at most 50 characters, so that headings wrap. */
  NARROW,
  /** One letter dropped or doubled in a guideline's name. */
  TYPING_ERRORS,
  /** Names taken out of the prose, which leaves holes. */
  REDACTION
}
