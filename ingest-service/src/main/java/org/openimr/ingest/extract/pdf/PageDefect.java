package org.openimr.ingest.extract.pdf;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.extract.pdf.visibility.PagePainting;

/**
 * A page whose text can't be read, so that the letter is incomplete.
 *
 * @param page number of the page, from 1
 * @param reason what the page has instead of text
 */
record PageDefect(ExtractionFailure.Code code, int page, String reason) {
  private static final int MAX_PAGES_NAMED = 20;

  /** Letters and digits of a stamp, a page number and a fax line together. */
  private static final int STAMP_LETTERS = 100;

  /** Letters and digits below which a page with an image of its own size is a scan with stamps. */
  private static final int SCAN_LETTERS = 400;

  private static final double PICTURE_SHARE = 0.15;
  private static final double SCAN_SHARE = 0.5;
  private static final double DRAWING_SHARE = 0.1;
  private static final int OUTLINE_SEGMENTS = 1000;
  private static final int UNREAD_GLYPHS = 10;
  private static final double UNREAD_SHARE = 0.05;

  static PageDefect garbled(int page, String reason) {
    return new PageDefect(ExtractionFailure.Code.GARBLED_TEXT, page, reason);
  }

  /** A page that paints something but has no text, or only that of a stamp. */
  static Optional<PageDefect> missingText(
      int page, String text, PagePainting painting, UnicodeMapping unicode) {
    long letters = text.chars().filter(Character::isLetterOrDigit).count();
    return reason(letters, painting, unicode)
        .map(reason -> new PageDefect(ExtractionFailure.Code.PDF_WITHOUT_TEXT, page, reason));
  }

  private static Optional<String> reason(
      long letters, PagePainting painting, UnicodeMapping unicode) {
    if (unicode.unread() > Math.max(UNREAD_GLYPHS, UNREAD_SHARE * letters)) {
      return Optional.of("text in a font that does not identify its characters");
    }
    boolean isScan = painting.imageShare() >= SCAN_SHARE && letters < SCAN_LETTERS;
    if (isScan || (painting.imageShare() >= PICTURE_SHARE && letters < STAMP_LETTERS)) {
      return Optional.of("an image without text, or with that of a stamp only");
    }
    boolean isOutline = painting.curves() >= OUTLINE_SEGMENTS && letters < STAMP_LETTERS;
    if (isOutline || (painting.fillShare() >= DRAWING_SHARE && letters == 0)) {
      return Optional.of("a drawing without text, or with that of a stamp only");
    }
    return Optional.empty();
  }

  /** Returns the failure of a document with the given defects, which are in page order. */
  static ExtractionFailure toFailure(List<PageDefect> defects) {
    PageDefect first = defects.getFirst();
    List<Integer> pages = defects.stream().filter(first::isSameKind).map(PageDefect::page).toList();
    String names =
        pages.stream()
            .limit(MAX_PAGES_NAMED)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    String more = pages.size() > MAX_PAGES_NAMED ? " and more" : "";
    return new ExtractionFailure(
        first.code(),
        "pages[" + first.page() + "]",
        meaning(first.code())
            + (pages.size() == 1 ? "page " : "pages ")
            + names
            + more
            + " ("
            + first.reason()
            + ")");
  }

  private static String meaning(ExtractionFailure.Code code) {
    return code == ExtractionFailure.Code.GARBLED_TEXT
        ? "the text is garbled: "
        : "the letter is incomplete: ";
  }

  private boolean isSameKind(PageDefect other) {
    return code == other.code && reason.equals(other.reason);
  }
}
