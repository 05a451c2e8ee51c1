package org.openimr.cli.guidelines;

import java.net.URI;
import java.net.URISyntaxException;

/** Text of the catalogue as HTML: whatever it is, it stays text. */
final class CatalogueHtml {
  private CatalogueHtml() {}

  /** For element content and quoted attributes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A link where it is an address of the web, else the text. */
  static String source(String source) {
    return isWebAddress(source)
        ? "<a href=\"%s\" rel=\"noreferrer\">%s</a>".formatted(escape(source), escape(source))
        : escape(source);
  }

  /** A link to an entry on the same page. */
  static String entry(String id) {
    return "<a href=\"#%s\">%s</a>".formatted(escape(id), escape(id));
  }

  private static boolean isWebAddress(String source) {
    try {
      String scheme = new URI(source).getScheme();
      return "https".equals(scheme) || "http".equals(scheme);
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
