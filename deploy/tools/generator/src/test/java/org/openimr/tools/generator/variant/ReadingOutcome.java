package org.openimr.tools.generator.variant;

/** How the parser reads a document, compared with its clean letters. */
enum ReadingOutcome {
  /** The facts of its letters, each letter once. */
  RIGHT,
  /** Other facts, and a warning that the clean letters do not have. */
  LOUD,
  /** The document or one of its letters is rejected, and no other letter has wrong facts. */
  REFUSED,
  /** Other facts without such a warning. */
  SILENT
}
