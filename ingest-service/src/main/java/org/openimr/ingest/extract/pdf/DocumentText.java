package org.openimr.ingest.extract.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.model.ExtractionWarning;
import org.openimr.ingest.extract.pdf.layout.PageLayout;
import org.openimr.ingest.extract.pdf.layout.TextPlausibility;
import org.openimr.ingest.extract.pdf.visibility.PagePainting;
import org.openimr.ingest.extract.text.LineEndings;

/** The text of the pages read so far, with the doubts and defects of each page. */
final class DocumentText {
  private final ExtractionLimits limits;
  private final StringBuilder text = new StringBuilder();
  private final List<Integer> pageStarts = new ArrayList<>();
  private final List<ExtractionWarning> warnings = new ArrayList<>();
  private final List<PageDefect> defects = new ArrayList<>();

  private double angle;

  DocumentText(ExtractionLimits limits) {
    this.limits = limits;
  }

  void add(
      PageGlyphs glyphs, PageAnnotations annotations, PagePainting painting, UnicodeMapping unicode)
      throws IOException {
    if (pageStarts.size() == limits.maxPages()) {
      throw new LimitExceededException("pages", limits.maxPages());
    }
    PageLayout layout = PageLayout.of(glyphs.visible(), angle);
    angle = layout.angle();
    String page = LineEndings.normalize(layout.text());
    append(page);
    int number = pageStarts.size();
    warnings.addAll(PageWarnings.of(number, glyphs, layout, annotations, painting, unicode));
    PageDefect.missingText(number, page, painting, unicode).ifPresent(defects::add);
    TextPlausibility.defect(page)
        .map(reason -> PageDefect.garbled(number, reason))
        .ifPresent(defects::add);
  }

  private void append(String page) throws IOException {
    if (!pageStarts.isEmpty()) {
      text.append('\f');
    }
    if (text.length() + page.length() > limits.maxCharacters()) {
      throw new LimitExceededException("characters", limits.maxCharacters());
    }
    pageStarts.add(text.length());
    text.append(page);
  }

  String text() {
    return text.toString();
  }

  List<Integer> pageStarts() {
    return pageStarts;
  }

  List<ExtractionWarning> warnings() {
    return warnings;
  }

  List<PageDefect> defects() {
    return defects;
  }
}
