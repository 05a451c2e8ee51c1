package org.openimr.ingest.extract.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.openimr.ingest.extract.model.ExtractionLimits;

/**
 * Checks the contents of all pages before their text is read.
 *
 * <p>PDFBox recovers what it can of a damaged stream and inflates without a limit. This check
 * rejects damaged streams, so that part of a letter never counts as the whole, and detects
 * decompression bombs before PDFBox inflates them.
 */
final class PageContentValidator {
  private final ExtractionLimits limits;
  private final byte[] buffer = new byte[8192];
  private long inflated;

  PageContentValidator(ExtractionLimits limits) {
    this.limits = limits;
  }

  void check(PDDocument document) throws IOException {
    if (document.getNumberOfPages() > limits.maxPages()) {
      throw new LimitExceededException("pages", limits.maxPages());
    }
    int pages = 0;
    for (PDPage page : document.getPages()) {
      if (++pages > limits.maxPages()) {
        throw new LimitExceededException("pages", limits.maxPages());
      }
      check(page);
    }
  }

  private void check(PDPage page) throws IOException {
    for (Iterator<PDStream> streams = page.getContentStreams(); streams.hasNext(); ) {
      PDStream stream = streams.next();
      if (List.of(COSName.FLATE_DECODE).equals(stream.getFilters())) {
        inflate(stream);
      }
    }
  }

  private void inflate(PDStream stream) throws IOException {
    try (InputStream in = new InflaterInputStream(stream.getCOSObject().createRawInputStream())) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        inflated += read;
        if (inflated > limits.maxInflatedBytes()) {
          throw new LimitExceededException("bytes of page contents", limits.maxInflatedBytes());
        }
      }
    } catch (ZipException e) {
      throw new IOException("damaged page contents", e);
    }
  }
}
