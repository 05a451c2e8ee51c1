package org.openimr.ingest.extract.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.text.LineEndings;

/**
 * Strips the text in the order of the page contents, which in these letters is the reading order.
 *
 * <p>Inserts a blank line between paragraphs. In the published letters the distance between
 * baselines is 1.1 to 1.3 times the font size within a paragraph and at least 1.7 times between
 * paragraphs.
 */
final class PageTextStripper extends PDFTextStripper {
  private static final float PARAGRAPH_GAP = 1.5f;

  private final ExtractionLimits limits;
  private final BoundedText text;
  private final List<Integer> pageStarts = new ArrayList<>();
  private int glyphs;
  private float baseline;
  private boolean isLineStart;
  private boolean isFirstText;

  PageTextStripper(ExtractionLimits limits) {
    this.limits = limits;
    this.text = new BoundedText(limits.maxCharacters());
    setLineSeparator("\n");
    setPageEnd("");
  }

  void read(PDDocument document) throws IOException {
    writeText(document, text);
    text.endLine();
  }

  String text() {
    return LineEndings.normalize(text.toString());
  }

  List<Integer> pageStarts() {
    return pageStarts;
  }

  @Override
  protected void startPage(PDPage page) throws IOException {
    if (pageStarts.size() == limits.maxPages()) {
      throw new LimitExceededException("pages", limits.maxPages());
    }
    if (!pageStarts.isEmpty()) {
      text.endLine();
      text.write("\f");
    }
    pageStarts.add(text.length());
    isLineStart = true;
    isFirstText = true;
  }

  /** Counts glyphs here because PDFBox's later processing is quadratic in the length of a line. */
  @Override
  protected void processTextPosition(TextPosition position) {
    if (++glyphs > limits.maxCharacters()) {
      throw new UncheckedIOException(
          new LimitExceededException("characters", limits.maxCharacters()));
    }
    super.processTextPosition(position);
  }

  @Override
  protected void writeLineSeparator() throws IOException {
    super.writeLineSeparator();
    isLineStart = true;
  }

  @Override
  protected void writeString(String line, List<TextPosition> positions) throws IOException {
    if (isLineStart && !positions.isEmpty()) {
      TextPosition first = positions.getFirst();
      float gap = first.getYDirAdj() - baseline;
      if (!isFirstText && gap > PARAGRAPH_GAP * first.getFontSizeInPt()) {
        text.write("\n");
      }
      baseline = first.getYDirAdj();
      isFirstText = line.isBlank();
      isLineStart = false;
    }
    super.writeString(printable(line));
  }

  /** Broken fonts yield control characters, which would count as line and page breaks. */
  private static String printable(String line) {
    return line.chars().noneMatch(Character::isISOControl)
        ? line
        : line.replaceAll("\\p{Cntrl}", " ");
  }

  /** Collects the text and fails at the limit. */
  private static final class BoundedText extends Writer {
    private final StringBuilder builder = new StringBuilder();
    private final int limit;

    BoundedText(int limit) {
      this.limit = limit;
    }

    int length() {
      return builder.length();
    }

    void endLine() {
      if (!builder.isEmpty() && builder.charAt(builder.length() - 1) != '\n') {
        builder.append('\n');
      }
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
      if (builder.length() + length > limit) {
        throw new LimitExceededException("characters", limit);
      }
      builder.append(characters, from, length);
    }

    @Override
    public void flush() {
      // not buffered
    }

    @Override
    public void close() {
      // holds no resources
    }

    @Override
    public String toString() {
      return builder.toString();
    }
  }
}
