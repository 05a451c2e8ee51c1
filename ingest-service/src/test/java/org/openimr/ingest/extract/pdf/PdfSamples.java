package org.openimr.ingest.extract.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** Valid documents for tests. */
public final class PdfSamples {
  private static final float TOP = 720;
  private static final float LINE = 13.8f;

  private PdfSamples() {}

  /** Modifies a document. */
  interface Step {
    void on(PDDocument document) throws IOException;
  }

  /** A PDF whose pages have the given lines; an empty string leaves a blank line. */
  @SafeVarargs
  public static byte[] ofPages(List<String>... pages) {
    return build(
        document -> {
          for (List<String> lines : pages) {
            addPage(document, lines);
          }
        });
  }

  /** A PDF that forbids copying, like the published letters, which have an empty user password. */
  static byte[] lockedAgainstCopying(String userPassword, List<String> lines) {
    return build(
        document -> {
          addPage(document, lines);
          AccessPermission permission = new AccessPermission();
          permission.setCanExtractContent(false);
          StandardProtectionPolicy policy =
              new StandardProtectionPolicy("owner", userPassword, permission);
          policy.setEncryptionKeyLength(128);
          document.protect(policy);
        });
  }

  public static byte[] ofImage() {
    return build(
        document -> {
          PDPage page = new PDPage();
          document.addPage(page);
          BufferedImage image = new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB);
          try (PDPageContentStream contents = new PDPageContentStream(document, page)) {
            contents.drawImage(LosslessFactory.createFromImage(document, image), 100, 100);
          }
        });
  }

  static byte[] build(Step step) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      step.on(document);
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PDPage addPage(PDDocument document, List<String> lines) throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream contents = new PDPageContentStream(document, page)) {
      contents.beginText();
      contents.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 12);
      contents.setLeading(LINE);
      contents.newLineAtOffset(72, TOP);
      for (String line : lines) {
        if (!line.isEmpty()) {
          contents.showText(line);
        }
        contents.newLine();
      }
      contents.endText();
    }
    return page;
  }

  /** Adds a page with contents in PDF syntax. */
  static PDPage addRawPage(PDDocument document, String contents) throws IOException {
    PDPage page = addPage(document, List.of());
    page.getCOSObject().removeItem(COSName.CONTENTS);
    var stream = new org.apache.pdfbox.pdmodel.common.PDStream(document);
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(contents.getBytes(ISO_8859_1));
    }
    page.setContents(stream);
    return page;
  }

  /** A PDF whose pages have contents in PDF syntax, with the font {@code F1}, Times. */
  public static byte[] ofContents(String... pages) {
    return build(
        document -> {
          for (String contents : pages) {
            addRawPage(document, contents);
          }
        });
  }

  /** Draws text in PDF syntax at a position, in 12 point Times. */
  public static String text(double x, double y, String text) {
    return String.format(
        Locale.ROOT, "BT /F1 12 Tf %.3f %.3f Td (%s) Tj ET%n", x, y, escaped(text));
  }

  /** Draws text in PDF syntax with a text matrix. */
  static String text(String matrix, String text) {
    return "BT /F1 12 Tf " + matrix + " Tm (" + escaped(text) + ") Tj ET\n";
  }

  /** Draws lines in PDF syntax below each other. */
  static String lines(double x, double y, List<String> lines) {
    StringBuilder contents = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      contents.append(text(x, y - i * LINE, lines.get(i)));
    }
    return contents.toString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
  }
}
