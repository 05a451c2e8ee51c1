package org.openimr.ingest.extract.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.jspecify.annotations.Nullable;
import org.openimr.ingest.extract.model.ExtractionLimits;

/**
 * Checks the contents of all pages before their text is read.
 *
 * <p>PDFBox recovers what it can of a damaged stream and inflates without a limit. This check
 * rejects damaged streams, so that part of a letter never counts as the whole, and detects
 * decompression bombs before PDFBox inflates them.
 */
final class PageContentValidator {
  private static final int ZLIB_HEADER = 2;
  private static final int INPUT_BYTES = 8192;

  private final ExtractionLimits limits;
  private final byte[] buffer = new byte[8192];
  private final Set<COSBase> checked = Collections.newSetFromMap(new IdentityHashMap<>());
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
      check(streams.next());
    }
    if (page.getResources() != null) {
      checkForms(page.getResources().getCOSObject());
    }
  }

  private void check(PDStream stream) throws IOException {
    if (List.of(COSName.FLATE_DECODE).equals(stream.getFilters())) {
      inflate(stream);
    }
  }

  /** Checks each form that page contents may draw, once per document. */
  private void checkForms(COSDictionary pageResources) throws IOException {
    Deque<COSDictionary> remaining = new ArrayDeque<>(List.of(pageResources));
    while (!remaining.isEmpty()) {
      COSBase objects = remaining.pop().getDictionaryObject(COSName.XOBJECT);
      if (objects instanceof COSDictionary dictionary && checked.add(dictionary)) {
        for (COSName name : dictionary.keySet()) {
          checkForm(dictionary.getDictionaryObject(name)).ifPresent(remaining::push);
        }
      }
    }
  }

  /** Checks a form that was not checked before and returns its resources. */
  private Optional<COSDictionary> checkForm(@Nullable COSBase object) throws IOException {
    if (!(object instanceof COSStream form)
        || !COSName.FORM.equals(form.getCOSName(COSName.SUBTYPE))
        || !checked.add(form)) {
      return Optional.empty();
    }
    check(new PDStream(form));
    return Optional.ofNullable(form.getCOSDictionary(COSName.RESOURCES));
  }

  /**
   * Inflates a stream to its end, without its checksum, which some programs write wrong or omit.
   */
  private void inflate(PDStream stream) throws IOException {
    Inflater inflater = new Inflater(true);
    try (InputStream raw = stream.getCOSObject().createRawInputStream();
        InputStream in = new InflaterInputStream(raw, inflater, INPUT_BYTES)) {
      if (raw.skip(ZLIB_HEADER) < ZLIB_HEADER) {
        throw new IOException("no page contents");
      }
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        inflated += read;
        if (inflated > limits.maxInflatedBytes()) {
          throw new LimitExceededException("bytes of page contents", limits.maxInflatedBytes());
        }
      }
    } catch (ZipException e) {
      throw new IOException("damaged page contents", e);
    } finally {
      inflater.end();
    }
  }
}
