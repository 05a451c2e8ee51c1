package org.openimr.ingest.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PdfTextTest {
  private static final List<String> LINES =
      List.of("HOW IT WAS MADE", "", "The reviewer holds", "a licence.", "", "Brace: Upheld");

  private final PdfText pdfText = new PdfText(Limits.DEFAULT);

  @Test
  void linesAndParagraphsAreKeptApart() {
    assertThat(text(Pdfs.ofPages(LINES)))
        .isEqualTo("HOW IT WAS MADE\n\nThe reviewer holds\na licence.\n\nBrace: Upheld\n");
  }

  @Test
  void pagesStartAfterAFormFeed() {
    Extracted extracted =
        (Extracted) pdfText.extract(Pdfs.ofPages(List.of("one"), List.of("two"), List.of("three")));

    assertThat(extracted.text()).isEqualTo("one\n\ftwo\n\fthree\n");
    assertThat(extracted.pageStarts()).containsExactly(0, 5, 10);
    assertThat(extracted.pageCount()).hasValue(3);
    assertThat(extracted.method()).isEqualTo(Extracted.Method.PDF_TEXT);
    assertThat(extracted.mediaType()).isEqualTo("application/pdf");
  }

  @Test
  void anEmptyUserPasswordAndANoCopyFlagAreNoHindrance() {
    assertThat(text(Pdfs.lockedAgainstCopying("", LINES))).contains("Brace: Upheld");
  }

  @Test
  void aPasswordIsAHindrance() {
    assertThat(pdfText.extract(Pdfs.lockedAgainstCopying("secret", LINES)))
        .isEqualTo(new Refused(Refused.Code.PDF_UNREADABLE, "pdf", "it needs a password"));
  }

  @Test
  void picturesOnlyAreWithoutText() {
    assertThat(code(Pdfs.ofPicture())).isEqualTo(Refused.Code.PDF_WITHOUT_TEXT);
  }

  @Test
  void aPdfThatWasCutOffAnywhereIsUnreadable() {
    byte[] whole = Pdfs.ofPages(LINES, LINES, LINES);

    for (int tenth = 1; tenth < 10; tenth++) {
      byte[] cut = Arrays.copyOf(whole, whole.length * tenth / 10);
      assertThat(code(cut)).isEqualTo(Refused.Code.PDF_UNREADABLE);
    }
  }

  @Test
  void aPageWhoseContentsAreDamagedMakesTheWholeUnreadable() {
    byte[] damaged = Pdfs.ofPages(LINES);
    int contents = new String(damaged, ISO_8859_1).indexOf("stream\r\n") + 8;
    Arrays.fill(damaged, contents + 20, contents + 40, (byte) 0xFF);

    assertThat(code(damaged)).isEqualTo(Refused.Code.PDF_UNREADABLE);
  }

  @Test
  void whatStandsBeforeAndAfterThePdfDoesNotMatter() {
    byte[] pdf = Pdfs.ofPages(LINES);
    String mailed = "\n\n" + new String(pdf, ISO_8859_1) + "\n\n";

    assertThat(text(mailed.getBytes(ISO_8859_1))).contains("Brace: Upheld");
    assertThat(LetterType.of(mailed.getBytes(ISO_8859_1))).isEqualTo(LetterType.PDF);
  }

  @Test
  void aPdfOverALimitIsTooLarge() {
    Limits small = new Limits(1 << 20, 2, 50, 1 << 20, 32, Limits.DEFAULT.time());
    PdfText strict = new PdfText(small);

    assertThat(strict.extract(Pdfs.ofPages(List.of("a"), List.of("b"), List.of("c"))))
        .isEqualTo(new Refused(Refused.Code.TOO_LARGE, "pages", "more than 2 pages"));
    assertThat(strict.extract(Pdfs.ofPages(List.of("a".repeat(51)))))
        .isEqualTo(new Refused(Refused.Code.TOO_LARGE, "characters", "more than 50 characters"));
  }

  private String text(byte[] pdf) {
    return ((Extracted) pdfText.extract(pdf)).text();
  }

  private Refused.Code code(byte[] pdf) {
    return ((Refused) pdfText.extract(pdf)).code();
  }
}
