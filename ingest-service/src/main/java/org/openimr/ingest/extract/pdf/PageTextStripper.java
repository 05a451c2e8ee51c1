package org.openimr.ingest.extract.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.pdf.visibility.ContentVisibility;
import org.openimr.ingest.extract.pdf.visibility.GlyphPaint;

/**
 * Collects the glyphs of each page with PDFBox, including those of form fields, and passes them on
 * with what else the page paints. The order and layout of the text is not left to PDFBox.
 */
final class PageTextStripper extends PDFTextStripper {
  private static final byte[] NO_CONTENTS = {' '};

  private final ExtractionLimits limits;
  private final ContentVisibility visibility;
  private final DocumentText text;
  private final UnicodeMapping unicode = new UnicodeMapping();

  /** How each glyph in PDFBox's list was painted. */
  private final List<GlyphPaint> paints = new ArrayList<>();

  private int glyphs;
  private PDPage page = new PDPage();

  PageTextStripper(ExtractionLimits limits, PDDocument document) {
    this.limits = limits;
    this.visibility = new ContentVisibility(document, this);
    this.text = new DocumentText(limits);
    // both cost time, and the layout does it better
    setSuppressDuplicateOverlappingText(false);
    setShouldSeparateByBeads(false);
  }

  DocumentText read(PDDocument document) throws IOException {
    for (PDPage each : document.getPages()) {
      if (!each.hasContents()) {
        // PDFBox skips such pages, though they count and may have form fields
        each.setContents(new PDStream(document, new ByteArrayInputStream(NO_CONTENTS)));
      }
    }
    writeText(document, Writer.nullWriter());
    return text;
  }

  @Override
  protected void startPage(PDPage started) {
    page = started;
    paints.clear();
    unicode.startPage();
    visibility.startPage(started);
  }

  @Override
  public void showTextString(byte[] string) throws IOException {
    visibility.beginString();
    super.showTextString(string);
  }

  @Override
  public void showTextStrings(COSArray strings) throws IOException {
    visibility.beginString();
    super.showTextStrings(strings);
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    int before = glyphs;
    super.showGlyph(matrix, font, code, displacement);
    if (visibility.hasInk()) {
      unicode.add(font, code, glyphs > before);
    }
  }

  /** Counts glyphs here so that a page can't exceed the limit before its layout. */
  @Override
  protected void processTextPosition(TextPosition position) {
    if (++glyphs > limits.maxCharacters()) {
      throw new UncheckedIOException(
          new LimitExceededException("characters", limits.maxCharacters()));
    }
    GlyphPaint paint = visibility.paint(position);
    super.processTextPosition(position);
    // PDFBox may have merged an accent with its letter
    if (positions().size() > paints.size()) {
      paints.add(paint);
    }
  }

  private List<TextPosition> positions() {
    return charactersByArticle.getFirst();
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
    visibility.beginMarkedContent(tag, properties);
    super.beginMarkedContentSequence(tag, properties);
  }

  @Override
  public void endMarkedContentSequence() {
    visibility.endMarkedContent();
    super.endMarkedContentSequence();
  }

  /** Lays out the page itself instead of letting PDFBox write it. */
  @Override
  protected void writePage() throws IOException {
    PageAnnotations annotations = PageAnnotations.of(page, visibility);
    for (PDAnnotation field : annotations.fields()) {
      showAnnotation(field);
    }
    PageGlyphs pageGlyphs = PageGlyphs.of(positions(), paints, visibility);
    text.add(pageGlyphs, annotations, visibility.painting(), unicode);
  }
}
