package org.openimr.ingest.extract.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/** The type of a letter by its content; its name and what its sender says do not count. */
public enum LetterMediaType {
  PDF,
  /** Decodes as text; also what begins with a byte order mark and then breaks its encoding. */
  TEXT,
  /** Neither: pictures, archives, word processor files, RTF, random bytes. */
  OTHER;

  /** As far into a file as readers look for the head of a PDF (ISO 32000-1, annex H, note 13). */
  private static final int HEAD = 1024;

  private static final List<String> OTHER_MAGIC =
      List.of("{\\rtf", "%!PS", "PK\u0003\u0004", "\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8");

  public static LetterMediaType of(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), ISO_8859_1);
    if (OTHER_MAGIC.stream().anyMatch(head::startsWith)) {
      return OTHER;
    }
    if (hasPdfMagic(head)) {
      return PDF;
    }
    return PlainTextDecoder.isBinary(bytes) ? OTHER : TEXT;
  }

  private static boolean hasPdfMagic(String head) {
    int at = head.indexOf("%PDF-");
    return at >= 0 && at + 5 < head.length() && Character.isDigit(head.charAt(at + 5));
  }
}
