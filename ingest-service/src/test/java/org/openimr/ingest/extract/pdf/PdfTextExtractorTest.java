package org.openimr.ingest.extract.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.text.LetterMediaType;

class PdfTextExtractorTest {
  private static final List<String> LINES =
      List.of("HOW IT WAS MADE", "", "The reviewer holds", "a licence.", "", "Brace: Upheld");

  private final PdfTextExtractor pdfText = new PdfTextExtractor(ExtractionLimits.DEFAULT);

  @Test
  void separatesLinesAndParagraphs() {
    assertThat(text(PdfSamples.ofPages(LINES)))
        .isEqualTo("HOW IT WAS MADE\n\nThe reviewer holds\na licence.\n\nBrace: Upheld\n");
  }

  @Test
  void startsPagesAfterFormFeeds() {
    ExtractedText extracted =
        (ExtractedText)
            pdfText.extract(PdfSamples.ofPages(List.of("one"), List.of("two"), List.of("three")));

    assertThat(extracted.text()).isEqualTo("one\n\ftwo\n\fthree\n");
    assertThat(extracted.pageStarts()).containsExactly(0, 5, 10);
    assertThat(extracted.pageCount()).hasValue(3);
    assertThat(extracted.method()).isEqualTo(ExtractedText.Method.PDF_TEXT);
    assertThat(extracted.mediaType()).isEqualTo("application/pdf");
  }

  @Test
  void readsPdfWithEmptyPasswordAndNoCopyFlag() {
    assertThat(text(PdfSamples.lockedAgainstCopying("", LINES))).contains("Brace: Upheld");
  }

  @Test
  void rejectsPasswordProtectedPdf() {
    assertThat(pdfText.extract(PdfSamples.lockedAgainstCopying("secret", LINES)))
        .isEqualTo(
            new ExtractionFailure(
                ExtractionFailure.Code.PDF_UNREADABLE, "pdf", "the document needs a password"));
  }

  @Test
  void rejectsPdfWithImagesOnly() {
    assertThat(code(PdfSamples.ofImage())).isEqualTo(ExtractionFailure.Code.PDF_WITHOUT_TEXT);
  }

  @Test
  void rejectsPdfTruncatedAnywhere() {
    byte[] whole = PdfSamples.ofPages(LINES, LINES, LINES);

    for (int tenth = 1; tenth < 10; tenth++) {
      byte[] cut = Arrays.copyOf(whole, whole.length * tenth / 10);
      assertThat(code(cut)).isEqualTo(ExtractionFailure.Code.PDF_UNREADABLE);
    }
  }

  @Test
  void rejectsPdfWithDamagedPage() {
    byte[] damaged = PdfSamples.ofPages(LINES);
    int contents = new String(damaged, ISO_8859_1).indexOf("stream\r\n") + 8;
    Arrays.fill(damaged, contents + 20, contents + 40, (byte) 0xFF);

    assertThat(code(damaged)).isEqualTo(ExtractionFailure.Code.PDF_UNREADABLE);
  }

  @Test
  void ignoresBytesBeforeAndAfterPdf() {
    byte[] pdf = PdfSamples.ofPages(LINES);
    String mailed = "\n\n" + new String(pdf, ISO_8859_1) + "\n\n";

    assertThat(text(mailed.getBytes(ISO_8859_1))).contains("Brace: Upheld");
    assertThat(LetterMediaType.of(mailed.getBytes(ISO_8859_1))).isEqualTo(LetterMediaType.PDF);
  }

  @Test
  void rejectsPdfAboveLimit() {
    ExtractionLimits small =
        new ExtractionLimits(1 << 20, 2, 50, 1 << 20, 32, ExtractionLimits.DEFAULT.maxTime());
    PdfTextExtractor limited = new PdfTextExtractor(small);

    assertThat(limited.extract(PdfSamples.ofPages(List.of("a"), List.of("b"), List.of("c"))))
        .isEqualTo(
            new ExtractionFailure(ExtractionFailure.Code.TOO_LARGE, "pages", "more than 2 pages"));
    assertThat(limited.extract(PdfSamples.ofPages(List.of("a".repeat(51)))))
        .isEqualTo(
            new ExtractionFailure(
                ExtractionFailure.Code.TOO_LARGE, "characters", "more than 50 characters"));
  }

  private String text(byte[] pdf) {
    return ((ExtractedText) pdfText.extract(pdf)).text();
  }

  private ExtractionFailure.Code code(byte[] pdf) {
    return ((ExtractionFailure) pdfText.extract(pdf)).code();
  }
}
