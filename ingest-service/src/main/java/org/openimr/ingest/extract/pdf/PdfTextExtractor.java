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
 * The text layer of a PDF, by PDFBox.
 *
 * <p>An empty user password and a no-copy flag are no hindrance: the published letters have both
 * and are public records. Forms, scripts and attachments are not looked at and nothing is fetched.
 * A document that was cut off is refused, for half a letter is worse than none.
 */
public final class PdfTextExtractor {
  public static final String MEDIA_TYPE = "application/pdf";

  /** As far from a file's end as readers look for its mark (ISO 32000-1, annex H, note 18). */
  private static final int TAIL = 1024;

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
          ExtractionFailure.Code.PDF_UNREADABLE, "pdf", "its end is missing");
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return extract(document);
    } catch (LimitExceededException e) {
      return e.toFailure();
    } catch (InvalidPasswordException e) {
      return new ExtractionFailure(
          ExtractionFailure.Code.PDF_UNREADABLE, "pdf", "it needs a password");
    } catch (UncheckedIOException e) {
      return e.getCause() instanceof LimitExceededException limit ? limit.toFailure() : damaged(e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return damaged(e);
    }
  }

  /** Without the failure's own message, which may quote the document. */
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
    int length = Math.min(TAIL, pdf.length);
    return new String(pdf, pdf.length - length, length, ISO_8859_1).contains("%%EOF");
  }
}
