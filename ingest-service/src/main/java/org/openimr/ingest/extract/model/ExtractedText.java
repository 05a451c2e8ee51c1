package org.openimr.ingest.extract.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * The text of a letter with its pages and how it was extracted.
 *
 * <p>Lines end in {@code \n}; each page but the first is preceded by a form feed, which is part of
 * the text. Offsets count UTF-16 code units.
 *
 * @param text not blank, without a byte order mark and without unpaired surrogates
 * @param pageStarts offset in the text at which each page starts; the first is always 0
 * @param method how the text was extracted
 * @param pageCount number of pages; empty for plain text without form feeds
 * @param mediaType {@code application/pdf} or {@code text/plain}, detected from the content
 * @param warnings doubts about the text, in the order of the pages
 */
public record ExtractedText(
    String text,
    List<Integer> pageStarts,
    Method method,
    OptionalInt pageCount,
    String mediaType,
    List<ExtractionWarning> warnings)
    implements ExtractionResult {

  /** How a text was extracted. */
  public enum Method {
    PLAIN_TEXT,
    PDF_TEXT
  }

  public ExtractedText {
    pageStarts = List.copyOf(pageStarts);
    warnings = List.copyOf(warnings);
    if (pageStarts.isEmpty() || pageStarts.getFirst() != 0) {
      throw new IllegalArgumentException("the first page must start at 0");
    }
  }

  /** Creates a text without warnings. */
  public ExtractedText(
      String text,
      List<Integer> pageStarts,
      Method method,
      OptionalInt pageCount,
      String mediaType) {
    this(text, pageStarts, method, pageCount, mediaType, List.of());
  }
}
