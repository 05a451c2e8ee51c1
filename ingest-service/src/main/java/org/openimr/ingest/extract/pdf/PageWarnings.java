package org.openimr.ingest.extract.pdf;

import java.util.ArrayList;
import java.util.List;
import org.openimr.ingest.extract.model.ExtractionWarning;
import org.openimr.ingest.extract.pdf.layout.PageLayout;
import org.openimr.ingest.extract.pdf.visibility.PagePainting;

/** The doubts about the text of a page. */
final class PageWarnings {
  /** Letters that a stamp or watermark at another angle may have. */
  private static final int MAX_STAMP_LETTERS = 60;

  /** Share of a page that an image of a letterhead or signature may cover. */
  private static final double MAX_LOGO_SHARE = 0.15;

  private final int page;
  private final List<ExtractionWarning> warnings = new ArrayList<>();

  private PageWarnings(int page) {
    this.page = page;
  }

  static List<ExtractionWarning> of(
      int page,
      PageGlyphs glyphs,
      PageLayout layout,
      PageAnnotations annotations,
      PagePainting painting,
      UnicodeMapping unicode) {
    PageWarnings warnings = new PageWarnings(page);
    warnings.addHidden(glyphs);
    warnings.addAnnotations(annotations);
    warnings.add(
        layout.excluded() > MAX_STAMP_LETTERS,
        ExtractionWarning.Code.PAGE_FURNITURE,
        "left out " + layout.excluded() + " letters at another angle than the text");
    warnings.add(
        unicode.unread() + unicode.guessed() > 0,
        ExtractionWarning.Code.TEXT_CHANGED,
        "the font does not identify "
            + (unicode.unread() + unicode.guessed())
            + " characters, which are missing or may be wrong");
    warnings.add(
        !glyphs.isScan() && painting.plainImageShare() > MAX_LOGO_SHARE,
        ExtractionWarning.Code.UNREAD_IMAGE,
        "an image beside the text was not read");
    return warnings.warnings;
  }

  private void addHidden(PageGlyphs glyphs) {
    if (glyphs.isScan()) {
      add(
          true,
          ExtractionWarning.Code.HIDDEN_TEXT,
          "the text is the invisible text layer of a scanned page");
    } else {
      add(
          glyphs.hidden() > 0,
          ExtractionWarning.Code.HIDDEN_TEXT,
          "left out " + glyphs.hidden() + " invisible letters");
    }
    add(
        glyphs.doubtful() > 0 && warnings.isEmpty(),
        ExtractionWarning.Code.HIDDEN_TEXT,
        glyphs.doubtful() + " light letters on an image may be invisible");
  }

  private void addAnnotations(PageAnnotations annotations) {
    List<String> kinds = new ArrayList<>(annotations.changes());
    if (annotations.hasUnseenValue()) {
      kinds.add("form field without appearance");
    }
    add(
        !kinds.isEmpty(),
        ExtractionWarning.Code.ANNOTATION,
        "annotations that were not read: " + String.join(", ", kinds));
  }

  private void add(boolean isDoubt, ExtractionWarning.Code code, String message) {
    if (isDoubt) {
      warnings.add(new ExtractionWarning(code, page, message));
    }
  }
}
