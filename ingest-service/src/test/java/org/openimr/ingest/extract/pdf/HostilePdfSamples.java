package org.openimr.ingest.extract.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Hostile documents, written directly in PDF syntax. */
public final class HostilePdfSamples {
  private HostilePdfSamples() {}

  /** Page contents that inflate to 256 MB. */
  public static byte[] bombInPageContents() {
    return pdf(List.of(catalog(), pages(1), page("/Contents 4 0 R"), stream(deflated(256L << 20))));
  }

  /** A font whose character map, which PDFBox reads into memory, inflates to 256 MB. */
  public static byte[] bombInFont() {
    return pdf(
        List.of(
            catalog(),
            pages(1),
            page("/Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >>"),
            text("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode 6 0 R >>"),
            plainStream("BT /F1 12 Tf 72 700 Td (letter) Tj ET"),
            stream(deflated(256L << 20))));
  }

  /** Nested forms, each drawing the next ten times: 10^12 times in total. */
  public static byte[] formsThatMultiply() {
    int depth = 12;
    List<byte[]> objects =
        new ArrayList<>(
            List.of(
                catalog(),
                pages(1),
                page("/Contents 4 0 R /Resources << /XObject << /N 5 0 R >> >>"),
                plainStream("/N Do ".repeat(10))));
    for (int i = 0; i < depth; i++) {
      String next =
          i == depth - 1 ? "" : "/Resources << /XObject << /N %d 0 R >> >>".formatted(6 + i);
      objects.add(form(next, i == depth - 1 ? "q Q" : "/N Do ".repeat(10)));
    }
    return pdf(objects);
  }

  /** A form that draws itself. */
  public static byte[] formThatDrawsItself() {
    return pdf(
        List.of(
            catalog(),
            pages(1),
            page("/Contents 4 0 R /Resources << /XObject << /N 5 0 R >> >>"),
            plainStream("/N Do"),
            form("/Resources << /XObject << /N 5 0 R >> >>", "/N Do /N Do")));
  }

  public static byte[] manyPages(int count) {
    StringBuilder kids = new StringBuilder();
    List<byte[]> objects = new ArrayList<>(List.of(catalog(), new byte[0]));
    for (int i = 0; i < count; i++) {
      kids.append(i + 3).append(" 0 R ");
      objects.add(page(""));
    }
    objects.set(1, text("<< /Type /Pages /Count %d /Kids [%s] >>".formatted(count, kids)));
    return pdf(objects);
  }

  /** Declares one page but has many. */
  public static byte[] morePagesThanDeclared(int count) {
    byte[] correct = manyPages(count);
    return new String(correct, ISO_8859_1)
        .replace("/Count " + count, padded("/Count 1", ("/Count " + count).length()))
        .getBytes(ISO_8859_1);
  }

  /** A page tree that contains its own root. */
  public static byte[] pagesInALoop() {
    return pdf(
        List.of(catalog(), text("<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] /Parent 2 0 R >>")));
  }

  /** Objects that only refer to each other. */
  public static byte[] referencesInALoop() {
    return pdf(List.of(text("2 0 R"), text("3 0 R"), text("1 0 R")));
  }

  /** A stream whose length refers to the stream itself. */
  public static byte[] streamThatIsItsOwnLength() {
    return pdf(
        List.of(
            catalog(),
            pages(1),
            page("/Contents 4 0 R"),
            text("<< /Length 4 0 R >>\nstream\nBT ET\nendstream")));
  }

  public static byte[] deepNesting(int depth) {
    return pdf(List.of(catalog(), pages(1), page("/X " + "[".repeat(depth) + "]".repeat(depth))));
  }

  public static byte[] deepNestingInPageContents(int depth) {
    return pdf(
        List.of(
            catalog(),
            pages(1),
            page("/Contents 4 0 R"),
            plainStream("[".repeat(depth) + "]".repeat(depth) + " TJ")));
  }

  public static byte[] deepPageTree(int depth) {
    List<byte[]> objects = new ArrayList<>(List.of(catalog()));
    for (int i = 0; i < depth; i++) {
      objects.add(text("<< /Type /Pages /Count 1 /Kids [%d 0 R] >>".formatted(i + 3)));
    }
    objects.add(page(""));
    return pdf(objects);
  }

  /** A single line of text of the given length, compressed. */
  public static byte[] oneLine(int characters) {
    byte[] line = new byte[characters];
    Arrays.fill(line, (byte) 'x');
    ByteArrayOutputStream contents = new ByteArrayOutputStream();
    contents.writeBytes("BT /F1 12 Tf 72 700 Td (".getBytes(ISO_8859_1));
    contents.writeBytes(line);
    contents.writeBytes(") Tj ET".getBytes(ISO_8859_1));
    return pdf(
        List.of(
            catalog(),
            pages(1),
            page("/Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >>"),
            font(),
            stream(deflated(contents.toByteArray()))));
  }

  /** Compressed page contents without their last bytes, of which the last four are the checksum. */
  static byte[] withChecksum(String contents, int missingBytes) {
    byte[] whole = deflated(contents.getBytes(ISO_8859_1));
    byte[] cut = Arrays.copyOf(whole, whole.length - missingBytes);
    cut[cut.length - 1] ^= missingBytes < 4 ? (byte) 0x55 : 0;
    return pdf(
        List.of(
            catalog(),
            pages(1),
            page("/Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >>"),
            font(),
            stream(cut)));
  }

  /** A page that draws a compressed form, of which the last bytes are missing. */
  static byte[] truncatedForm(int missingBytes) {
    byte[] whole = deflated("BT /F1 12 Tf 72 700 Td (a letter) Tj ET".getBytes(ISO_8859_1));
    byte[] cut = Arrays.copyOf(whole, whole.length - missingBytes);
    return pdf(
        List.of(
            catalog(),
            pages(1),
            page("/Contents 5 0 R /Resources << /Font << /F1 4 0 R >> /XObject << /N 6 0 R >> >>"),
            font(),
            plainStream("/N Do"),
            stream("/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Filter /FlateDecode", cut)));
  }

  /** Text in a font whose glyphs have names without meaning, after text in an ordinary font. */
  static byte[] fontWithoutUnicode(String text, String coded) {
    return pdf(
        List.of(
            catalog(),
            pages(1),
            page("/Contents 6 0 R /Resources << /Font << /F1 4 0 R /F2 5 0 R >> >>"),
            font(),
            text(
                "<< /Type /Font /Subtype /Type1 /BaseFont /Coded /Encoding "
                    + "<< /Type /Encoding /Differences [48 "
                    + "/q9 ".repeat(75)
                    + "] >> >>"),
            plainStream(
                "BT /F1 12 Tf 72 700 Td (%s) Tj /F2 12 Tf (%s) Tj ET".formatted(text, coded))));
  }

  /** A page on which each of many rectangles covers the whole page. */
  public static byte[] manyFills(int count) {
    return contents("0.9 g 0 0 612 792 re f\n".repeat(count));
  }

  /** Nested clipping paths with a letter in each. */
  public static byte[] manyClips(int count) {
    return contents("0 0 612 792 re W n BT /F1 9 Tf 72 700 Td (x) Tj ET\n".repeat(count));
  }

  /** Letters that are all drawn at the same place. */
  public static byte[] lettersOnTopOfEachOther(int count) {
    return contents(
        "BT /F1 9 Tf 72 700 Td (x) Tj ET\nBT /F1 9 Tf 73 700 Td (y) Tj ET\n".repeat(count));
  }

  /** Words that jump between two columns and upwards. */
  public static byte[] scatteredWords(int count) {
    StringBuilder contents = new StringBuilder();
    for (int i = 0; i < count; i++) {
      contents.append(
          String.format(
              Locale.ROOT,
              "BT /F1 4 Tf %d %d Td (word) Tj ET%n",
              i * 7919L % 600,
              i * 104_729L % 790));
    }
    return contents(contents.toString());
  }

  private static byte[] contents(String contents) {
    return pdf(
        List.of(
            catalog(),
            pages(1),
            page("/Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >>"),
            font(),
            stream(deflated(contents.getBytes(ISO_8859_1)))));
  }

  /** An XFA form with an external entity. */
  public static byte[] xfaWithExternalEntity(String address) {
    String xml =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]><x>&e;</x>"
            .formatted(address);
    return pdf(
        List.of(
            text("<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA 5 0 R /Fields [] >> >>"),
            pages(1),
            page("/Contents 6 0 R /Resources << /Font << /F1 4 0 R >> >>"),
            font(),
            plainStream(xml),
            plainStream("BT /F1 12 Tf 72 700 Td (a letter) Tj ET")));
  }

  /** Actions that run a script and open a URL when the document is opened. */
  public static byte[] actions(String address) {
    return pdf(
        List.of(
            text(
                ("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (%s) "
                        + "/Next << /S /JavaScript /JS (app.launchURL\\('%s'\\)) >> >> >>")
                    .formatted(address, address)),
            pages(1),
            page("/Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >>"),
            font(),
            plainStream("BT /F1 12 Tf 72 700 Td (a letter) Tj ET")));
  }

  /** Page contents in an external file. */
  public static byte[] externalContents(String file) {
    return pdf(
        List.of(
            catalog(),
            pages(1),
            page("/Contents 4 0 R"),
            text(
                "<< /Length 0 /F << /Type /Filespec /FS /URL /F (%s) >> >>\nstream\n\nendstream"
                    .formatted(file))));
  }

  /** A wrong offset of the cross-reference table. */
  public static byte[] brokenCrossReferences() {
    String good =
        new String(PdfSamples.ofPages(List.of("a letter that can be found again")), ISO_8859_1);
    return good.replaceAll("startxref\\s+\\d+", "startxref\n7").getBytes(ISO_8859_1);
  }

  /** Values of wrong types: numbers instead of names, arrays instead of numbers. */
  public static byte[] wrongTypes() {
    return pdf(
        List.of(
            text("<< /Type 7 /Pages [2 0 R] >>"),
            text("<< /Type (x) /Count /many /Kids 3 >>"),
            text("<< /Type /Page /MediaBox /big /Contents (none) /Resources 12 >>")));
  }

  /** An image that declares a size of 100,000 by 100,000 pixels. */
  public static byte[] hugeImage() {
    return pdf(
        List.of(
            catalog(),
            pages(1),
            page("/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>"),
            plainStream("/I Do"),
            text(
                "<< /Type /XObject /Subtype /Image /Width 100000 /Height 100000 "
                    + "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Length 1 >>\n"
                    + "stream\nx\nendstream")));
  }

  /** A decompression bomb inside another encoding. */
  public static byte[] bombInsideAnotherEncoding() {
    byte[] hex = HexFormat.of().formatHex(deflated(256L << 20)).concat(">").getBytes(ISO_8859_1);
    return pdf(
        List.of(
            catalog(),
            pages(1),
            page("/Contents 4 0 R"),
            stream("/Filter [/ASCIIHexDecode /FlateDecode]", hex)));
  }

  private static byte[] catalog() {
    return text("<< /Type /Catalog /Pages 2 0 R >>");
  }

  private static byte[] pages(int count) {
    return text("<< /Type /Pages /Count %d /Kids [3 0 R] >>".formatted(count));
  }

  private static byte[] page(String more) {
    return text("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] %s >>".formatted(more));
  }

  private static byte[] font() {
    return text("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>");
  }

  private static byte[] form(String more, String contents) {
    return text(
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] %s /Length %d >>\nstream\n%s\nendstream"
            .formatted(more, contents.length(), contents));
  }

  private static byte[] plainStream(String contents) {
    return stream("", contents.getBytes(ISO_8859_1));
  }

  private static byte[] stream(byte[] deflated) {
    return stream("/Filter /FlateDecode", deflated);
  }

  private static byte[] stream(String filter, byte[] contents) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(text("<< %s /Length %d >>\nstream\n".formatted(filter, contents.length)));
    stream.writeBytes(contents);
    stream.writeBytes(text("\nendstream"));
    return stream.toByteArray();
  }

  private static byte[] deflated(long blanks) {
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) ' ');
    return deflated(
        out -> {
          for (long written = 0; written < blanks; written += block.length) {
            out.write(block);
          }
        });
  }

  private static byte[] deflated(byte[] contents) {
    return deflated(out -> out.write(contents));
  }

  private static byte[] deflated(Contents contents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (OutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      contents.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private interface Contents {
    void writeTo(OutputStream out) throws IOException;
  }

  private static byte[] pdf(List<byte[]> objects) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.writeBytes(text("%PDF-1.7\n"));
    StringBuilder offsets = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      offsets.append(String.format(Locale.ROOT, "%010d 00000 n \n", pdf.size()));
      pdf.writeBytes(text((i + 1) + " 0 obj\n"));
      pdf.writeBytes(objects.get(i));
      pdf.writeBytes(text("\nendobj\n"));
    }
    int crossReferences = pdf.size();
    int count = objects.size() + 1;
    pdf.writeBytes(text("xref\n0 %d\n%s".formatted(count, offsets)));
    pdf.writeBytes(
        text(
            "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(count, crossReferences)));
    return pdf.toByteArray();
  }

  private static String padded(String text, int length) {
    return text + " ".repeat(length - text.length());
  }

  private static byte[] text(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
