package org.openimr.tools.generator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.openimr.parser.letter.model.LetterHeader;
import org.openimr.parser.letter.model.ReviewPriority;
import org.openimr.tools.generator.model.LetterContent;
import org.openimr.tools.generator.model.LetterContent.Block;
import org.openimr.tools.generator.model.LetterContent.Style;
import org.openimr.tools.generator.model.PrintedDates;

/** Renders a letter as PDF like published letters: US letter paper, Times, a header table. */
public final class LetterPdfRenderer {
  private static final float SIZE = 12;
  private static final float LEADING = 13.8f;
  private static final float MARGIN = 72;
  private static final float TOP = 676;
  private static final float TEXT_WIDTH = 468;
  private static final float[] COLUMNS = {72, 171, 306, 405, 540};
  private final PDFont roman = new PDType1Font(FontName.TIMES_ROMAN);
  private final PDFont bold = new PDType1Font(FontName.TIMES_BOLD);
  private final PDDocument document;
  private PDPageContentStream page;
  private float y = TOP;

  private LetterPdfRenderer(PDDocument document) throws IOException {
    this.document = document;
    this.page = addPage(document);
  }

  /**
   * Renders a letter.
   *
   * @param encrypted whether to set an empty user password and forbid copying, like published
   *     letters
   */
  public static byte[] render(LetterContent content, boolean encrypted) {
    try (PDDocument document = new PDDocument()) {
      new LetterPdfRenderer(document).draw(content);
      if (encrypted) {
        AccessPermission permission = new AccessPermission();
        permission.setCanExtractContent(false);
        document.protect(new StandardProtectionPolicy("synthetic", "", permission));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw(LetterContent content) throws IOException {
    if (content.header().isPresent()) {
      table(content.header().get());
    }
    for (Block block : content.blocks()) {
      block(block);
    }
    page.close();
  }

  private void startPage() throws IOException {
    page.close();
    page = addPage(document);
    y = TOP;
  }

  private static PDPageContentStream addPage(PDDocument document) throws IOException {
    PDPage page = new PDPage(PDRectangle.LETTER);
    document.addPage(page);
    return new PDPageContentStream(document, page);
  }

  private void table(LetterHeader header) throws IOException {
    row("Case Number:", header.caseNumber().orElse(""), "", "");
    row(
        "Date Assigned:",
        header.dateAssigned().map(PrintedDates::header).orElse(""),
        "Date of Injury:",
        header.dateOfInjury().map(PrintedDates::header).orElse(""));
    row(
        "Decision Date:",
        header.decisionDate().map(PrintedDates::header).orElse(""),
        "UR Denial Date:",
        header.urDenialDate().map(PrintedDates::header).orElse(""));
    boolean standard = header.priority().orElse(ReviewPriority.STANDARD) == ReviewPriority.STANDARD;
    row(
        "Priority:",
        standard ? "Standard" : "Expedited",
        "Application\nReceived:",
        header.applicationReceived().map(PrintedDates::header).orElse(""));
    y -= LEADING;
  }

  private void row(String... cells) throws IOException {
    int lines = 1;
    for (int i = 0; i < cells.length; i++) {
      String[] parts = cells[i].split("\n", 0);
      lines = Math.max(lines, parts.length);
      for (int line = 0; line < parts.length; line++) {
        show(roman, COLUMNS[i] + 5, y - line * LEADING, parts[line]);
      }
    }
    float height = lines * LEADING;
    for (int i = 0; i < cells.length; i++) {
      page.addRect(COLUMNS[i], y + LEADING - height - 4, COLUMNS[i + 1] - COLUMNS[i], height);
    }
    page.setLineWidth(0.5f);
    page.stroke();
    y -= height;
  }

  private void block(Block block) throws IOException {
    boolean heading = block.style() == Style.HEADING;
    PDFont font = heading || block.style() == Style.TITLE ? bold : roman;
    for (String paragraph : block.text().split("\n", 0)) {
      for (String line : wrap(font, paragraph)) {
        if (y < MARGIN) {
          startPage();
        }
        show(font, heading ? centeredX(font, line) : MARGIN, y, line);
        y -= LEADING;
      }
    }
    y -= block.style() == Style.LINE ? 0 : LEADING;
  }

  private static float centeredX(PDFont font, String line) throws IOException {
    return MARGIN + (TEXT_WIDTH - width(font, line)) / 2;
  }

  private static List<String> wrap(PDFont font, String text) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    float space = width(font, " ");
    float lineWidth = 0;
    for (String word : text.split(" ", 0)) {
      float width = width(font, word);
      if (lineWidth > 0 && lineWidth + space + width > TEXT_WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
        lineWidth = 0;
      }
      lineWidth += lineWidth > 0 ? space + width : width;
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static float width(PDFont font, String text) throws IOException {
    return font.getStringWidth(text) / 1000 * SIZE;
  }

  private void show(PDFont font, float x, float y, String text) throws IOException {
    if (!text.isEmpty()) {
      page.beginText();
      page.setFont(font, SIZE);
      page.newLineAtOffset(x, y);
      page.showText(text);
      page.endText();
    }
  }
}
