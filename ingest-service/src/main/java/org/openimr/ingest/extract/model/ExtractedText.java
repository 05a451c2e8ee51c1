package org.openimr.ingest.extract.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * The text of a letter.
 *
 * <p>Lines end in {@code \n}; a page after the first is preceded by a form feed, which is part of
 * the text. Offsets count UTF-16 code units.
 *
 * @param text not blank, without a byte order mark and without unpaired surrogates
 * @param pageStarts offset into the text at which each page starts, the first always 0
 * @param method how the text was got
 * @param pageCount pages of the document; empty for a plain text without form feeds
 * @param mediaType found by content: {@code application/pdf} or {@code text/plain}
 */
public record ExtractedText(
    String text, List<Integer> pageStarts, Method method, OptionalInt pageCount, String mediaType)
    implements ExtractionResult {

  /** How a text was got; the same symbols as the event schema's {@code ExtractionMethod}. */
  public enum Method {
    PLAIN_TEXT,
    PDF_TEXT
  }

  public ExtractedText {
    pageStarts = List.copyOf(pageStarts);
    if (pageStarts.isEmpty() || pageStarts.getFirst() != 0) {
      throw new IllegalArgumentException("the first page starts at 0");
    }
  }
}
