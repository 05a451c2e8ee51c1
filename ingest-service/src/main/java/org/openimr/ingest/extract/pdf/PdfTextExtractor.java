package org.openimr.ingest.extract.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
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
 * and are public records. Ignores scripts and attachments, and fetches nothing. Rejects documents
 * that are truncated or have pages without readable text, because half a letter is worse than none.
 */
public final class PdfTextExtractor {
  public static final String MEDIA_TYPE = "application/pdf";

  static {
    FontMappers.set(new FallbackFontMapper());
  }

  private final ExtractionLimits limits;

  public PdfTextExtractor(ExtractionLimits limits) {
    this.limits = limits;
  }

  public ExtractionResult extract(byte[] pdf) {
    Optional<byte[]> trimmed = DocumentEnd.trim(pdf);
    if (trimmed.isEmpty()) {
      return unreadable("the end of the document is missing");
    }
    if (DocumentEnd.isConcatenated(pdf)) {
      return unreadable("the file consists of several PDF documents, one after another");
    }
    try (PDDocument document = Loader.loadPDF(trimmed.get())) {
      return extract(document);
    } catch (LimitExceededException e) {
      return e.toFailure();
    } catch (InvalidPasswordException e) {
      return unreadable("the document needs a password");
    } catch (UncheckedIOException e) {
      return e.getCause() instanceof LimitExceededException limit ? limit.toFailure() : damaged(e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return damaged(e);
    }
  }

  /** Omits the message of the exception, which may quote the document. */
  private static ExtractionFailure damaged(Throwable failure) {
    return unreadable("damaged: " + failure.getClass().getSimpleName());
  }

  private static ExtractionFailure unreadable(String message) {
    return new ExtractionFailure(ExtractionFailure.Code.PDF_UNREADABLE, "pdf", message);
  }

  private ExtractionResult extract(PDDocument document) throws IOException {
    if (EmbeddedDocuments.isPortfolio(document)) {
      return new ExtractionFailure(
          ExtractionFailure.Code.UNSUPPORTED_TYPE,
          "pdf",
          "a PDF portfolio: the letters are in files that are embedded in the document");
    }
    new PageContentValidator(limits).check(document);
    FormAppearances.generate(document);
    DocumentText pages = new PageTextStripper(limits, document).read(document);
    if (!pages.defects().isEmpty()) {
      return PageDefect.toFailure(pages.defects());
    }
    if (pages.text().isBlank()) {
      return new ExtractionFailure(
          ExtractionFailure.Code.PDF_WITHOUT_TEXT, "pdf", "no text on any page");
    }
    return new ExtractedText(
        pages.text(),
        pages.pageStarts(),
        ExtractedText.Method.PDF_TEXT,
        OptionalInt.of(pages.pageStarts().size()),
        MEDIA_TYPE,
        pages.warnings());
  }
}
