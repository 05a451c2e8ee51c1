package org.openimr.ingest.extract.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.model.ExtractionResult;

/**
 * Extracts the text layer of a PDF with PDFBox.
 *
 * <p>Ignores an empty user password and the no-copy flag, because the published letters have both
 * and are public records. Ignores forms, scripts and attachments, and fetches nothing. Rejects
 * truncated documents, because half a letter is worse than none.
 */
public final class PdfTextExtractor {
  public static final String MEDIA_TYPE = "application/pdf";

  /** Bytes at the end of a file in which readers look for its end mark (ISO 32000-1, H.3, 18). */
  private static final int END_MARK_RANGE = 1024;

  static {
    FontMappers.set(new FallbackFontMapper());
  }

  private final ExtractionLimits limits;

  public PdfTextExtractor(ExtractionLimits limits) {
    this.limits = limits;
  }

  public ExtractionResult extract(byte[] pdf) {
    if (!hasEndMark(pdf)) {
      return new ExtractionFailure(
          ExtractionFailure.Code.PDF_UNREADABLE, "pdf", "the end of the document is missing");
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return extract(document);
    } catch (LimitExceededException e) {
      return e.toFailure();
    } catch (InvalidPasswordException e) {
      return new ExtractionFailure(
          ExtractionFailure.Code.PDF_UNREADABLE, "pdf", "the document needs a password");
    } catch (UncheckedIOException e) {
      return e.getCause() instanceof LimitExceededException limit ? limit.toFailure() : damaged(e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return damaged(e);
    }
  }

  /** Omits the message of the exception, which may quote the document. */
  private static ExtractionFailure damaged(Throwable failure) {
    return new ExtractionFailure(
        ExtractionFailure.Code.PDF_UNREADABLE,
        "pdf",
        "damaged: " + failure.getClass().getSimpleName());
  }

  private ExtractionResult extract(PDDocument document) throws IOException {
    new PageContentValidator(limits).check(document);
    PageTextStripper pages = new PageTextStripper(limits);
    pages.read(document);
    String text = pages.text();
    if (text.isBlank()) {
      return new ExtractionFailure(
          ExtractionFailure.Code.PDF_WITHOUT_TEXT, "pdf", "no text on any page");
    }
    return new ExtractedText(
        text,
        pages.pageStarts(),
        ExtractedText.Method.PDF_TEXT,
        OptionalInt.of(pages.pageStarts().size()),
        MEDIA_TYPE);
  }

  private static boolean hasEndMark(byte[] pdf) {
    int length = Math.min(END_MARK_RANGE, pdf.length);
    return new String(pdf, pdf.length - length, length, ISO_8859_1).contains("%%EOF");
  }
}
