package org.openimr.ingest.extract.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.model.ExtractionWarning;

class IncompletePdfTest {
  private static final String SENTENCE =
      "The reviewer read the records of the case and the request.";
  private static final String PAGE = PdfSamples.lines(72, 700, Collections.nCopies(10, SENTENCE));
  private static final String STAMP = PdfSamples.text(400, 20, "RECEIVED 000123 of 2017");

  private final PdfTextExtractor pdfText = new PdfTextExtractor(ExtractionLimits.DEFAULT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q 612 0 0 792 0 0 cm /I Do Q",
        // a scan in strips
        "q 612 0 0 400 0 0 cm /I Do Q q 612 0 0 392 0 400 cm /I Do Q",
        "q 0 500 -400 0 500 100 cm /I Do Q",
        // an inline image
        "q 500 0 0 700 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID a EI Q"
      })
  void pageWithImageInsteadOfTextIsRejected(String image) {
    for (String stamp : List.of("", STAMP)) {
      assertThat(pdfText.extract(withImages(PAGE, image + " " + stamp, PAGE, image)))
          .isEqualTo(
              new ExtractionFailure(
                  ExtractionFailure.Code.PDF_WITHOUT_TEXT,
                  "pages[2]",
                  "the letter is incomplete: pages 2, 4 (an image without text, or with that of "
                      + "a stamp only)"));
    }
  }

  @Test
  void pageWithTextDrawnAsShapesIsRejected() {
    StringBuilder shapes = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      int x = 72 + i % 40 * 10;
      int y = 700 - i / 40 * 14;
      shapes.append(
          "%d %d m %d %d %d %d %d %d c h f\n".formatted(x, y, x, y + 8, x + 6, y + 8, x + 6, y));
    }

    assertThat(code(withImages(PAGE, shapes.toString())))
        .isEqualTo(ExtractionFailure.Code.PDF_WITHOUT_TEXT);
  }

  @Test
  void pageWithColouredAreaInsteadOfTextIsRejected() {
    assertThat(code(withImages(PAGE, "0.8 g 50 50 500 600 re f")))
        .isEqualTo(ExtractionFailure.Code.PDF_WITHOUT_TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        // a white page and a rule
        "1 g 0 0 612 792 re f 0 g 72 750 400 1 re f",
        // a clipped image and one outside the page
        "q 0 0 1 1 re W n 612 0 0 792 0 0 cm /I Do Q",
        "q 612 0 0 792 700 0 cm /I Do Q"
      })
  void blankPageIsAccepted(String contents) {
    ExtractedText extracted = (ExtractedText) pdfText.extract(withImages(PAGE, contents));

    assertThat(extracted.pageCount()).hasValue(2);
    assertThat(extracted.warnings()).isEmpty();
  }

  @Test
  void logoAndStationeryNeedNoWarning() {
    String logo = "q 100 0 0 50 72 730 cm /I Do Q ";
    String stationery = "q 612 0 0 792 0 0 cm /I Do Q ";

    assertThat(warnings(withImages(logo + PAGE))).isEmpty();
    assertThat(warnings(withImages(stationery + "0 0 1 rg " + PAGE))).isEmpty();
  }

  @Test
  void imageBesideTextLeadsToWarning() {
    assertThat(warnings(withImages(PAGE + "q 400 0 0 300 72 100 cm /I Do Q")))
        .extracting(ExtractionWarning::code)
        .containsExactly(ExtractionWarning.Code.UNREAD_IMAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "T h e   r e v i e w e r",
        "Th er ev ie we rr ea dt he re co rd s",
        "Thereviewerreadtherecordsofthecaseandtherequest",
        "Wkh uhylhzhu uhdg wkh uhfrugv ri wkh fdvh dqg wkh uhtxhvw"
      })
  void garbledTextIsRejected(String line) {
    // a glyph at a time, so that the letters are not joined by their distance
    StringBuilder contents = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      contents.append(
          PdfSamples.text(72 + 40 * (i % 2), 700 - 20 * i, line.replace(' ', '\u00a0')));
    }

    assertThat(code(PdfSamples.ofContents(contents.toString())))
        .isEqualTo(ExtractionFailure.Code.GARBLED_TEXT);
  }

  @Test
  void charactersThatTheFontDoesNotIdentifyLeadToWarning() {
    assertThat(warnings(HostilePdfSamples.fontWithoutUnicode("Amount: ", "120")))
        .containsExactly(
            new ExtractionWarning(
                ExtractionWarning.Code.TEXT_CHANGED,
                1,
                "the font does not identify 3 characters, which are missing or may be wrong"));
  }

  @Test
  void portfolioIsRejected() {
    byte[] portfolio =
        PdfSamples.build(
            document -> {
              PdfSamples.addPage(document, List.of("Open this portfolio in another program."));
              document
                  .getDocumentCatalog()
                  .getCOSObject()
                  .setItem("Collection", new COSDictionary());
              embed(document);
            });

    assertThat(pdfText.extract(portfolio))
        .isInstanceOfSatisfying(
            ExtractionFailure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(ExtractionFailure.Code.UNSUPPORTED_TYPE);
              assertThat(failure.message()).contains("portfolio");
            });
  }

  @Test
  void attachmentsOfOrdinaryDocumentAreIgnored() {
    byte[] pdf =
        PdfSamples.build(
            document -> {
              PdfSamples.addRawPage(document, PAGE);
              embed(document);
            });

    assertThat(warnings(pdf)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "\n\n", "\r\n-- \r\nSent by a scanner\r\n", "<html></html>", "x"})
  void bytesAfterTheEndAreIgnored(String bytes) {
    byte[] pdf = PdfSamples.ofContents(PAGE);
    for (int count : new int[] {1, 3000}) {
      byte[] longer = joined(pdf, bytes.repeat(count).getBytes(ISO_8859_1));

      assertThat(pdfText.extract(longer)).isEqualTo(pdfText.extract(pdf));
    }
  }

  @Test
  void documentTruncatedInAnUpdateIsRejected() {
    byte[] update = "\n7 0 obj\n<< /Type /Page >>\nendobj\n".getBytes(ISO_8859_1);

    assertThat(code(joined(PdfSamples.ofContents(PAGE), update)))
        .isEqualTo(ExtractionFailure.Code.PDF_UNREADABLE);
  }

  @Test
  void concatenatedDocumentsAreRejected() {
    byte[] pdf = PdfSamples.ofContents(PAGE);

    assertThat(pdfText.extract(joined(pdf, pdf)))
        .isInstanceOfSatisfying(
            ExtractionFailure.class,
            failure -> assertThat(failure.message()).contains("several PDF documents"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void wrongOrMissingChecksumOfContentsIsAccepted(int missing) {
    byte[] pdf = HostilePdfSamples.withChecksum("BT /F1 12 Tf 72 700 Td (a letter) Tj ET", missing);

    assertThat(pdfText.extract(pdf))
        .isInstanceOfSatisfying(
            ExtractedText.class, extracted -> assertThat(extracted.text()).isEqualTo("a letter\n"));
  }

  @Test
  void truncatedFormInPageContentsIsRejected() {
    assertThat(code(HostilePdfSamples.truncatedForm(9)))
        .isEqualTo(ExtractionFailure.Code.PDF_UNREADABLE);
    assertThat(pdfText.extract(HostilePdfSamples.truncatedForm(0)))
        .isInstanceOf(ExtractedText.class);
  }

  @Test
  void truncatedContentsAreRejected() {
    assertThat(code(HostilePdfSamples.withChecksum("BT /F1 12 Tf 72 700 Td (a letter) Tj ET", 9)))
        .isEqualTo(ExtractionFailure.Code.PDF_UNREADABLE);
  }

  private List<ExtractionWarning> warnings(byte[] pdf) {
    return ((ExtractedText) pdfText.extract(pdf)).warnings();
  }

  private ExtractionFailure.Code code(byte[] pdf) {
    return ((ExtractionFailure) pdfText.extract(pdf)).code();
  }

  private static byte[] withImages(String... pages) {
    return PdfSamples.build(
        document -> {
          BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
          for (String contents : pages) {
            PDPage page = PdfSamples.addRawPage(document, contents);
            page.getResources()
                .put(COSName.getPDFName("I"), LosslessFactory.createFromImage(document, image));
          }
        });
  }

  private static void embed(PDDocument document) throws java.io.IOException {
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile("letter.pdf");
    file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[9])));
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(Map.of("letter.pdf", file));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : new ArrayList<>(List.of(parts))) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
