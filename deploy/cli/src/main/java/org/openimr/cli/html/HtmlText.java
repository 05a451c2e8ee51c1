package org.openimr.cli.html;

/** Escapes text for HTML. */
public final class HtmlText {
  private HtmlText() {}

  /** Escapes text for element content and quoted attribute values. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
