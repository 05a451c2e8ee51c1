package org.openimr.ingest.extract.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/** The media type of a letter, detected from its content; file name and headers are ignored. */
public enum LetterMediaType {
  PDF,
  /** Decodes as text, or starts with a byte order mark and is invalid in that encoding. */
  TEXT,
  /** Anything else: images, archives, word processor files, RTF, random bytes. */
  OTHER;

  /** Bytes at the start of a file in which readers look for the header (ISO 32000-1, H.3, 13). */
  private static final int PDF_HEADER_RANGE = 1024;

  private static final List<String> OTHER_MAGIC =
      List.of("{\\rtf", "%!PS", "PK\u0003\u0004", "\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8");

  public static LetterMediaType of(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(PDF_HEADER_RANGE, bytes.length), ISO_8859_1);
    if (OTHER_MAGIC.stream().anyMatch(head::startsWith)) {
      return OTHER;
    }
    if (hasPdfMagic(head)) {
      return PDF;
    }
    return PlainTextDecoder.isBinary(bytes) ? OTHER : TEXT;
  }

  private static boolean hasPdfMagic(String head) {
    int start = head.indexOf("%PDF-");
    return start >= 0 && start + 5 < head.length() && Character.isDigit(head.charAt(start + 5));
  }
}
