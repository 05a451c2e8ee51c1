package org.openimr.tools.generator.variant;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.font.encoding.WinAnsiEncoding;

/** Prints a text on the pages of a PDF, line by line in a fixed-width font. */
final class PrintedPdfRenderer {
  private static final float MARGIN = 30;
  private static final float MAX_SIZE = 10;
  private static final float MAX_LEADING = 12;

  /** Width of a character divided by the font size. */
  private static final float CHARACTER_WIDTH = 0.6f;

  /** Lines of a page if the text has no form feeds. */
  private static final int LINES = 60;

  private static final int TAB = 8;
  private static final char SOFT_HYPHEN = '\u00ad';

  private final PDFont font = new PDType1Font(FontName.COURIER);
  private final PDDocument document;

  private PrintedPdfRenderer(PDDocument document) {
    this.document = document;
  }

  /** Prints each page of a text, which end with form feeds, on a page of its own. */
  static byte[] render(String text) {
    try (PDDocument document = new PDDocument()) {
      PrintedPdfRenderer renderer = new PrintedPdfRenderer(document);
      for (List<String> lines : pages(text)) {
        renderer.print(lines);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> pages(String text) {
    List<List<String>> pages = new ArrayList<>();
    for (String page : text.split("\f", -1)) {
      List<String> lines = page.stripTrailing().lines().map(PrintedPdfRenderer::printable).toList();
      boolean isWhole = text.indexOf('\f') >= 0;
      for (int from = 0; from < lines.size(); from += isWhole ? lines.size() : LINES) {
        int to = isWhole ? lines.size() : Math.min(lines.size(), from + LINES);
        pages.add(lines.subList(from, to));
      }
    }
    return pages;
  }

  /** Expands tabs and replaces characters that the font does not have. */
  private static String printable(String line) {
    StringBuilder printable = new StringBuilder(line.length());
    for (char c : Normalizer.normalize(line, Normalizer.Form.NFKC).toCharArray()) {
      if (c == '\t') {
        printable.repeat(' ', TAB - printable.length() % TAB);
      } else if (c >= ' ' && c != SOFT_HYPHEN) {
        printable.append(isInFont(c) ? c : '?');
      }
    }
    return printable.toString();
  }

  private static boolean isInFont(char c) {
    return WinAnsiEncoding.INSTANCE.contains(GlyphList.getAdobeGlyphList().codePointToName(c));
  }

  private void print(List<String> lines) throws IOException {
    PDPage page = new PDPage(PDRectangle.LETTER);
    document.addPage(page);
    int columns = Math.max(1, lines.stream().mapToInt(String::length).max().orElse(1));
    float width = PDRectangle.LETTER.getWidth() - 2 * MARGIN;
    float height = PDRectangle.LETTER.getHeight() - 2 * MARGIN;
    float leading = Math.min(MAX_LEADING, height / Math.max(1, lines.size()));
    float size = Math.min(Math.min(MAX_SIZE, leading), width / (CHARACTER_WIDTH * columns));
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.setFont(font, size);
      float y = PDRectangle.LETTER.getHeight() - MARGIN - leading;
      for (String line : lines) {
        show(content, line, size, y);
        y -= leading;
      }
    }
  }

  private static void show(PDPageContentStream content, String line, float size, float y)
      throws IOException {
    String text = line.strip();
    if (!text.isEmpty()) {
      float x = MARGIN + line.indexOf(text) * CHARACTER_WIDTH * size;
      content.beginText();
      content.newLineAtOffset(x, y);
      content.showText(text);
      content.endText();
    }
  }
}
