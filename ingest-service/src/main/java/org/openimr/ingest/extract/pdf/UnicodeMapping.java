package org.openimr.ingest.extract.pdf;

import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.jspecify.annotations.Nullable;

/** Counts the glyphs of a page whose font does not say which character they are. */
final class UnicodeMapping {
  private static final byte MAPPED = 1;
  private static final byte UNMAPPED = 2;

  private final Map<PDFont, byte[]> fonts = new HashMap<>();
  private @Nullable PDFont lastFont;
  private byte[] lastCodes = {};
  private int unread;
  private int guessed;

  void startPage() {
    unread = 0;
    guessed = 0;
  }

  /** Counts a visible glyph; {@code isRead} tells whether PDFBox found or guessed a character. */
  void add(PDFont font, int code, boolean isRead) {
    if (!isRead) {
      unread++;
    } else if (font instanceof PDSimpleFont && code >= 0 && code < 256) {
      if (!font.equals(lastFont)) {
        lastCodes = fonts.computeIfAbsent(font, key -> new byte[256]);
        lastFont = font;
      }
      guessed += isMapped(font, code) ? 0 : 1;
    }
  }

  private boolean isMapped(PDFont font, int code) {
    if (lastCodes[code] == 0) {
      lastCodes[code] = lookUp(font, code) ? MAPPED : UNMAPPED;
    }
    return lastCodes[code] == MAPPED;
  }

  private static boolean lookUp(PDFont font, int code) {
    return font.toUnicode(code, GlyphList.getAdobeGlyphList()) != null;
  }

  /** Number of glyphs of which nothing is known, so that they are missing in the text. */
  int unread() {
    return unread;
  }

  /** Number of glyphs that were read as the character with the same code. */
  int guessed() {
    return guessed;
  }
}
