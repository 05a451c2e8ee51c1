package org.openimr.ingest.extract.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the end of a PDF in a file that may have other bytes after it.
 *
 * <p>Padding and other bytes after the last end mark are ignored. Objects after it are the rest of
 * a document that was truncated while its last part was written.
 */
final class DocumentEnd {
  private static final byte[] END_MARK = "%%EOF".getBytes(ISO_8859_1);
  private static final Pattern OBJECTS =
      Pattern.compile("\\b\\d{1,10} \\d{1,5} obj\\b|\\bendobj\\b|\\bstartxref\\b");
  private static final Pattern SECOND_HEADER = Pattern.compile("%%EOF[\\s\\x00]*%PDF-\\d");

  private DocumentEnd() {}

  /** Returns the document up to its end mark; empty if it is truncated. */
  static Optional<byte[]> trim(byte[] pdf) {
    int mark = lastEndMark(pdf);
    if (mark < 0) {
      return Optional.empty();
    }
    int end = mark + END_MARK.length;
    if (end == pdf.length) {
      return Optional.of(pdf);
    }
    String rest = new String(pdf, end, pdf.length - end, ISO_8859_1);
    return rest.isBlank()
        ? Optional.of(pdf)
        : OBJECTS.matcher(rest).find() ? Optional.empty() : Optional.of(Arrays.copyOf(pdf, end));
  }

  /** Whether the file consists of several documents, of which PDFBox would read the last. */
  static boolean isConcatenated(byte[] pdf) {
    return indexOf(pdf, 0) != lastEndMark(pdf)
        && SECOND_HEADER.matcher(new String(pdf, ISO_8859_1)).find();
  }

  private static int lastEndMark(byte[] pdf) {
    for (int i = pdf.length - END_MARK.length; i >= 0; i--) {
      if (isMark(pdf, i)) {
        return i;
      }
    }
    return -1;
  }

  private static int indexOf(byte[] pdf, int from) {
    for (int i = from; i <= pdf.length - END_MARK.length; i++) {
      if (isMark(pdf, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isMark(byte[] pdf, int at) {
    for (int i = 0; i < END_MARK.length; i++) {
      if (pdf[at + i] != END_MARK[i]) {
        return false;
      }
    }
    return true;
  }
}
