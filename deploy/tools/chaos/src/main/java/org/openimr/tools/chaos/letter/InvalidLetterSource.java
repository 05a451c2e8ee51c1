package org.openimr.tools.chaos.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.schemas.event.DeadLetterReason.Code;
import org.openimr.schemas.event.Sha256;
import org.openimr.tools.generator.LetterGenerator;
import org.openimr.tools.generator.model.GeneratorSettings;

/** What comes to a pipeline and can't be read, each with the reason why. */
final class InvalidLetterSource {
  static final String INGEST = "ingest";
  static final String ENRICH = "enrich";

  /** Beyond the index of any good letter, so that it is of another case. */
  private static final int OTHER_CASES = 8_000_000;

  /** One in so many bad letters is too large; such letters are slow to send. */
  private static final int LARGE_EVERY = 40;

  private static final int TOO_MANY_CHARACTERS = 1_000_001;
  private static final int KINDS = 7;

  private final LetterGenerator generator;
  private final byte[] pictureOnly;

  InvalidLetterSource(long seed) {
    generator =
        new LetterGenerator(
            GeneratorSettings.withSeed(seed)
                .withLayouts(Set.of(LetterLayout.STANDARD))
                .withResent(0, 0.01));
    pictureOnly = emptyPage();
  }

  /**
   * A bad letter.
   *
   * @param index in the row of all letters
   * @param place in the row of bad ones
   */
  LetterSource.OutgoingLetter letter(int index, int place) {
    if (place % LARGE_EVERY == LARGE_EVERY - 1) {
      return bad(index, "much of it ".repeat(TOO_MANY_CHARACTERS / 11 + 1), Code.TOO_LARGE, INGEST);
    }
    return switch (place % KINDS) {
      case 0 ->
          bad(index, "Dear neighbour, number " + index + " again.", Code.NOT_A_LETTER, ENRICH);
      case 1 -> bad(index, bytes("\u0000\u0001 picture " + index), Code.UNSUPPORTED_TYPE, INGEST);
      case 2 -> bad(index, "%PDF-1.7\ncut off " + index, Code.PDF_UNREADABLE, INGEST);
      case 3 -> bad(index, numbered(index), Code.PDF_WITHOUT_TEXT, INGEST);
      case 4 -> bad(index, upTo("Decision rationale:", index), Code.ITEM_INCOMPLETE, ENRICH);
      case 5 -> bad(index, " \n".repeat(index % 1000 + 1), Code.NOT_A_LETTER, INGEST);
      default -> bad(index, bytes("\u00ff\u00fe" + "\u0000\u00d8x"), Code.UNDECODABLE, INGEST);
    };
  }

  /** A letter that ends before the last of a label. */
  private String upTo(String label, int index) {
    String text = generator.generate(OTHER_CASES + index).text();
    return text.substring(0, text.lastIndexOf(label));
  }

  /** Bytes after its end do a PDF no harm, and make a document of its own. */
  private byte[] numbered(int index) {
    byte[] number = bytes("% " + index);
    byte[] document = java.util.Arrays.copyOf(pictureOnly, pictureOnly.length + number.length);
    System.arraycopy(number, 0, document, pictureOnly.length, number.length);
    return document;
  }

  private static LetterSource.OutgoingLetter bad(int index, String text, Code code, String stage) {
    return bad(index, text.getBytes(UTF_8), code, stage);
  }

  private static LetterSource.OutgoingLetter bad(int index, byte[] bytes, Code code, String stage) {
    SentLetter sent =
        new SentLetter(
            index,
            "bad-" + index,
            Sha256.hex(bytes),
            new ExpectedOutcome.DeadLettered(code, stage));
    return new LetterSource.OutgoingLetter(bytes, sent);
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static byte[] emptyPage() {
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
