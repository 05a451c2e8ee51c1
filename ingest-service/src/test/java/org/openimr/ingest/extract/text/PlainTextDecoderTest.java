package org.openimr.ingest.extract.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.model.ExtractionResult;
import org.openimr.ingest.extract.model.ExtractionWarning;

class PlainTextDecoderTest {
  private static final String LETTER = "The knee brace – 1 “unit” at 90° is: Upheld\n";

  private final TextExtractor extractor = TextExtractor.inProcess(ExtractionLimits.DEFAULT);

  @AfterEach
  void close() {
    extractor.close();
  }

  @Test
  void decodesUtf8WithAndWithoutByteOrderMark() {
    assertThat(text(LETTER.getBytes(UTF_8))).isEqualTo(LETTER);
    assertThat(text(withByteOrderMark(new int[] {0xEF, 0xBB, 0xBF}, LETTER, UTF_8)))
        .isEqualTo(LETTER);
  }

  @Test
  void decodesUtf16WithByteOrderMark() {
    assertThat(text(withByteOrderMark(new int[] {0xFF, 0xFE}, LETTER, UTF_16LE))).isEqualTo(LETTER);
    assertThat(text(withByteOrderMark(new int[] {0xFE, 0xFF}, LETTER, UTF_16BE))).isEqualTo(LETTER);
  }

  @Test
  void decodesOtherTextAsWindows1252() {
    assertThat(text(LETTER.getBytes(Charset.forName("windows-1252")))).isEqualTo(LETTER);
  }

  @Test
  void normalizesLineEndings() {
    assertThat(text("one\r\ntwo\rthree\n".getBytes(UTF_8))).isEqualTo("one\ntwo\nthree\n");
  }

  @Test
  void startsPagesAtFormFeeds() {
    ExtractionResult extraction = extractor.extract("one\n\ftwo\n\f".getBytes(UTF_8));

    assertThat(extraction)
        .isInstanceOfSatisfying(
            ExtractedText.class,
            extracted -> {
              assertThat(extracted.pageStarts()).containsExactly(0, 5);
              assertThat(extracted.pageCount()).hasValue(2);
              assertThat(extracted.text().substring(5)).startsWith("two");
            });
  }

  @Test
  void hasNoPageCountWithoutFormFeeds() {
    assertThat(extractor.extract(LETTER.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            ExtractedText.class,
            extracted -> {
              assertThat(extracted.pageCount()).isEmpty();
              assertThat(extracted.pageStarts()).containsExactly(0);
              assertThat(extracted.mediaType()).isEqualTo("text/plain");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n\t\r\n", "\uFEFF"})
  void rejectsBlankText(String blank) {
    assertThat(code(blank.getBytes(UTF_8))).isEqualTo(ExtractionFailure.Code.NOT_A_LETTER);
  }

  @Test
  void rejectsInvalidEncodingAfterByteOrderMark() {
    byte[] incomplete = {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'};

    assertThat(code(incomplete)).isEqualTo(ExtractionFailure.Code.UNDECODABLE);
  }

  @Test
  void decodesUtf16WithoutByteOrderMark() {
    assertThat(text(LETTER.getBytes(UTF_16LE))).isEqualTo(LETTER);
    assertThat(text(LETTER.getBytes(UTF_16BE))).isEqualTo(LETTER);
  }

  @Test
  void dropsNulPaddingAtEndWithoutWarning() {
    for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
      byte[] padded = (LETTER + "\0".repeat(5000)).getBytes(charset);

      assertThat(extracted(padded).text()).isEqualTo(LETTER);
      assertThat(extracted(padded).warnings()).isEmpty();
    }
  }

  @Test
  void removesNulInsideTextWithWarningThatNamesItsOffset() {
    byte[] letter = ("The knee\0 brace is Uph\0eld. " + LETTER.repeat(20)).getBytes(UTF_8);

    assertThat(extracted(letter).text()).startsWith("The knee brace is Uph eld.");
    assertThat(extracted(letter).warnings())
        .containsExactly(
            ExtractionWarning.onDocument(
                ExtractionWarning.Code.TEXT_CHANGED,
                "removed 2 NUL character(s), the first at offset 8"));
  }

  @Test
  void removesSingleNulOfShortText() {
    assertThat(extracted("short\0 text".getBytes(UTF_8)).warnings()).hasSize(1);
  }

  @Test
  void rejectsTextWithManyNulCharacters() {
    assertThat(code("ab\0cd".repeat(100).getBytes(UTF_8)))
        .isEqualTo(ExtractionFailure.Code.UNSUPPORTED_TYPE);
  }

  @Test
  void rejectsRandomBytes() {
    for (int seed = 0; seed < 1000; seed++) {
      byte[] bytes = new byte[1024];
      new Random(seed).nextBytes(bytes);

      assertThat(code(bytes)).isEqualTo(ExtractionFailure.Code.UNSUPPORTED_TYPE);
    }
  }

  @Test
  void replacesSingleControlCharacter() {
    String letter = LETTER.repeat(20) + "\u000b";

    assertThat(text(letter.getBytes(UTF_8))).isEqualTo(LETTER.repeat(20) + " ");
    assertThat(extracted(letter.getBytes(UTF_8)).warnings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\\rtf1\\ansi text}", "%!PS-Adobe-3.0\nshowpage", "PK\u0003\u0004 text"})
  void rejectsOtherDocumentTypesThatDecodeAsText(String other) {
    assertThat(code(other.getBytes(UTF_8))).isEqualTo(ExtractionFailure.Code.UNSUPPORTED_TYPE);
  }

  @Test
  void rejectsTextAboveLimit() {
    ExtractionLimits small =
        new ExtractionLimits(100, 1, 10, 1, 32, ExtractionLimits.DEFAULT.maxTime());
    try (TextExtractor limited = TextExtractor.inProcess(small)) {
      assertThat(limited.extract("x".repeat(11).getBytes(UTF_8)))
          .isEqualTo(
              new ExtractionFailure(
                  ExtractionFailure.Code.TOO_LARGE, "characters", "more than 10 characters"));
      assertThat(limited.extract("x".repeat(101).getBytes(UTF_8)))
          .isEqualTo(
              new ExtractionFailure(
                  ExtractionFailure.Code.TOO_LARGE, "bytes", "more than 100 bytes"));
    }
  }

  @Property
  void preservesAnyUtf8TextExceptControlCharacters(@ForAll String any) {
    String text = any.replaceAll("[\\p{Cc}&&[^\\t\\n\\r\\f\\x00]]", "");
    ExtractionResult extraction = new PlainTextDecoder(1_000_000).decode(text.getBytes(UTF_8));

    String decoded = new String(text.getBytes(UTF_8), UTF_8);
    if (extraction instanceof ExtractedText extracted && !decoded.startsWith("\uFEFF")) {
      assertThat(extracted.text())
          .isEqualTo(
              decoded
                  .replace("\r\n", "\n")
                  .replace('\r', '\n')
                  .replaceAll("(?<=\\S)\0+(?=\\S)", " ")
                  .replace("\0", ""));
    }
  }

  @Property
  void returnsResultForAnyBytes(@ForAll byte[] bytes) {
    assertThat(extractor.extract(bytes)).isNotNull();
  }

  private String text(byte[] letter) {
    return extracted(letter).text();
  }

  private ExtractedText extracted(byte[] letter) {
    return (ExtractedText) extractor.extract(letter);
  }

  private ExtractionFailure.Code code(byte[] letter) {
    return ((ExtractionFailure) extractor.extract(letter)).code();
  }

  private static byte[] withByteOrderMark(int[] mark, String text, Charset charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int part : mark) {
      bytes.write(part);
    }
    bytes.writeBytes(text.getBytes(charset));
    return bytes.toByteArray();
  }
}
