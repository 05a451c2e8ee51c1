package org.openimr.ingest.extract;

import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.model.ExtractionResult;
import org.openimr.ingest.extract.model.ExtractionUnavailableException;
import org.openimr.ingest.extract.pdf.InProcessPdfReader;
import org.openimr.ingest.extract.worker.PdfWorkerPool;
import org.openimr.schemas.event.Sha256;

/** Extracts the text of letters. Thread-safe. */
public sealed interface TextExtractor extends AutoCloseable permits LetterExtractor {

  /**
   * Returns the text of a letter or the reason why it has none. Never throws because of the
   * letter's content.
   *
   * @param letter a PDF or plain text in UTF-8, UTF-16 or Windows-1252; not modified
   * @param letterId SHA-256 of the letter's bytes, under which failures are cached
   * @throws ExtractionUnavailableException if PDFs can't be read at present
   */
  ExtractionResult extract(byte[] letter, String letterId);

  /** Same as above; computes the id of the letter. */
  default ExtractionResult extract(byte[] letter) {
    return extract(letter, Sha256.hex(letter));
  }

  /** Stops the worker processes, if there are any. */
  @Override
  void close();

  /**
   * Creates an extractor that reads PDFs in worker processes, so that a document can't exceed its
   * limits.
   *
   * @param workers maximum number of worker processes; each has {@code limits.maxMemoryMegabytes()}
   *     of heap and is started when first needed
   */
  static TextExtractor isolated(ExtractionLimits limits, int workers) {
    return new LetterExtractor(limits, new PdfWorkerPool(limits, workers));
  }

  /** Creates an extractor that reads PDFs in this process. Use it for trusted documents only. */
  static TextExtractor inProcess(ExtractionLimits limits) {
    return new LetterExtractor(limits, new InProcessPdfReader(limits));
  }
}
