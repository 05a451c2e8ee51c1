package org.openimr.cli.guidelines;

import static org.openimr.cli.html.HtmlText.escape;

import java.net.URI;
import java.net.URISyntaxException;

/** Links of the catalogue page; all text is escaped. */
final class CatalogueHtml {
  private CatalogueHtml() {}

  /** A link if the source is an HTTP or HTTPS URL, else the text. */
  static String source(String source) {
    return isWebAddress(source)
        ? "<a href=\"%s\" rel=\"noreferrer\">%s</a>".formatted(escape(source), escape(source))
        : escape(source);
  }

  /** A link to another entry of the page. */
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
