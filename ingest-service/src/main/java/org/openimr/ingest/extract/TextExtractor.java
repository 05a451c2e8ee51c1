package org.openimr.ingest.extract;

import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.model.ExtractionResult;
import org.openimr.ingest.extract.model.ExtractionUnavailableException;
import org.openimr.ingest.extract.pdf.InProcessPdfReader;
import org.openimr.ingest.extract.worker.PdfWorkerPool;

/** Gets the text of letters. Safe for use by several threads. */
public sealed interface TextExtractor extends AutoCloseable permits LetterExtractor {

  /**
   * The text of a letter, or why there is none; never throws for anything in the letter.
   *
   * @param letter a PDF or a text in UTF-8, UTF-16 with a byte order mark, or Windows-1252; not
   *     changed
   * @throws ExtractionUnavailableException if PDFs can't be read at present
   */
  ExtractionResult extract(byte[] letter);

  /** Ends the processes that read PDFs, if there are any. */
  @Override
  void close();

  /**
   * Reads PDFs in other processes, so that a document can cost no more than its limits.
   *
   * @param workers PDFs read at a time; each is a process with {@code limits.memoryMegabytes()} of
   *     heap, started when first needed
   */
  static TextExtractor isolated(ExtractionLimits limits, int workers) {
    return new LetterExtractor(limits, new PdfWorkerPool(limits, workers));
  }

  /** Reads PDFs in this process: only for documents that the user trusts. */
  static TextExtractor inProcess(ExtractionLimits limits) {
    return new LetterExtractor(limits, new InProcessPdfReader(limits));
  }
}
