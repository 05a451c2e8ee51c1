package org.openimr.tools.chaos.letter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.schemas.event.DeadLetterReason.Code;
import org.openimr.schemas.event.Sha256;
import org.openimr.tools.generator.LetterGenerator;
import org.openimr.tools.generator.model.GeneratorSettings;

/** Inputs that must become dead letters, each with the expected code. */
final class InvalidLetterSource {
  static final String INGEST = "ingest";
  static final String ENRICH = "enrich";

  /** Offset past the index of any valid letter, so that the case is another one. */
  private static final int CASE_INDEX_OFFSET = 8_000_000;

  /** Interval of oversized letters among the invalid ones; they are slow to send. */
  private static final int LARGE_INTERVAL = 40;

  private static final int TOO_MANY_CHARACTERS = 1_000_001;
  private static final int KINDS = 7;

  private final LetterGenerator generator;
  private final byte[] pdfWithoutText;

  InvalidLetterSource(long seed) {
    generator =
        new LetterGenerator(
            GeneratorSettings.withSeed(seed)
                .withLayouts(Set.of(LetterLayout.STANDARD))
                .withResent(0, 0.01));
    pdfWithoutText = pdfWithEmptyPage();
  }

  /**
   * Returns an invalid letter.
   *
   * @param index index among all letters
   * @param invalidIndex index among the invalid ones
   */
  LetterSource.OutgoingLetter letter(int index, int invalidIndex) {
    if (invalidIndex % LARGE_INTERVAL == LARGE_INTERVAL - 1) {
      return invalid(
          index, "much of it ".repeat(TOO_MANY_CHARACTERS / 11 + 1), Code.TOO_LARGE, INGEST);
    }
    return switch (invalidIndex % KINDS) {
      case 0 ->
          invalid(index, "Dear neighbour, number " + index + " again.", Code.NOT_A_LETTER, ENRICH);
      case 1 ->
          invalid(index, bytes("\u0000\u0001 picture " + index), Code.UNSUPPORTED_TYPE, INGEST);
      case 2 -> invalid(index, "%PDF-1.7\ncut off " + index, Code.PDF_UNREADABLE, INGEST);
      case 3 -> invalid(index, withTrailingNumber(index), Code.PDF_WITHOUT_TEXT, INGEST);
      case 4 ->
          invalid(
              index, truncatedBefore("Decision rationale:", index), Code.ITEM_INCOMPLETE, ENRICH);
      case 5 -> invalid(index, " \n".repeat(index % 1000 + 1), Code.NOT_A_LETTER, INGEST);
      default -> invalid(index, bytes("\u00ff\u00fe" + "\u0000\u00d8x"), Code.UNDECODABLE, INGEST);
    };
  }

  /** A letter that ends before the last occurrence of a label. */
  private String truncatedBefore(String label, int index) {
    String text = generator.generate(CASE_INDEX_OFFSET + index).text();
    return text.substring(0, text.lastIndexOf(label));
  }

  /** Makes each PDF distinct; bytes after its end do not change what it contains. */
  private byte[] withTrailingNumber(int index) {
    byte[] number = bytes("% " + index);
    byte[] document = Arrays.copyOf(pdfWithoutText, pdfWithoutText.length + number.length);
    System.arraycopy(number, 0, document, pdfWithoutText.length, number.length);
    return document;
  }

  private static LetterSource.OutgoingLetter invalid(
      int index, String text, Code code, String stage) {
    return invalid(index, text.getBytes(UTF_8), code, stage);
  }

  private static LetterSource.OutgoingLetter invalid(
      int index, byte[] bytes, Code code, String stage) {
    SentLetter sent =
        new SentLetter(
            index,
            "bad-" + index,
            Sha256.hex(bytes),
            new ExpectedOutcome.DeadLettered(code, stage));
    return new LetterSource.OutgoingLetter(bytes, sent);
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(ISO_8859_1);
  }

  private static byte[] pdfWithEmptyPage() {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
