package org.openimr.ingest.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * The text layer of a PDF, by PDFBox.
 *
 * <p>An empty user password and a no-copy flag are no hindrance: the published letters have both
 * and are public records. Forms, scripts and attachments are not looked at and nothing is fetched.
 * A document that was cut off is refused, for half a letter is worse than none.
 */
final class PdfText {
  static final String MEDIA_TYPE = "application/pdf";

  /** As far from a file's end as readers look for its mark (ISO 32000-1, annex H, note 18). */
  private static final int TAIL = 1024;

  static {
    FontMappers.set(new OneFont());
  }

  private final Limits limits;

  PdfText(Limits limits) {
    this.limits = limits;
  }

  Extraction extract(byte[] pdf) {
    if (!hasEndMark(pdf)) {
      return new Refused(Refused.Code.PDF_UNREADABLE, "pdf", "its end is missing");
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return extract(document);
    } catch (LimitExceeded e) {
      return e.refused();
    } catch (InvalidPasswordException e) {
      return new Refused(Refused.Code.PDF_UNREADABLE, "pdf", "it needs a password");
    } catch (UncheckedIOException e) {
      return e.getCause() instanceof LimitExceeded limit ? limit.refused() : damaged(e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return damaged(e);
    }
  }

  /** Without the failure's own message, which may quote the document. */
  private static Refused damaged(Throwable failure) {
    return new Refused(
        Refused.Code.PDF_UNREADABLE, "pdf", "damaged: " + failure.getClass().getSimpleName());
  }

  private Extraction extract(PDDocument document) throws IOException {
    new PageContents(limits).check(document);
    PageText pages = new PageText(limits);
    pages.read(document);
    String text = pages.text();
    if (text.isBlank()) {
      return new Refused(Refused.Code.PDF_WITHOUT_TEXT, "pdf", "no text on any page");
    }
    return new Extracted(
        text,
        pages.pageStarts(),
        Extracted.Method.PDF_TEXT,
        OptionalInt.of(pages.pageStarts().size()),
        MEDIA_TYPE);
  }

  private static boolean hasEndMark(byte[] pdf) {
    int length = Math.min(TAIL, pdf.length);
    return new String(pdf, pdf.length - length, length, ISO_8859_1).contains("%%EOF");
  }
}
