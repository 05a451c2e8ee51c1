package org.openimr.tools.evaluation.report;

import java.util.BitSet;
import java.util.Locale;
import java.util.OptionalDouble;

/** Pieces of a page. What comes out is safe to stand in an element or a quoted attribute. */
final class HtmlFragments {
  private HtmlFragments() {}

  static String text(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c < ' ' ? ' ' : c);
      }
    }
    return escaped.toString();
  }

  /** A field's name, its last part set off. */
  static String field(String name) {
    int dot = name.lastIndexOf('.') + 1;
    return "<span class=\"field\"><span class=\"prefix\">"
        + text(name.substring(0, dot))
        + "</span>"
        + text(name.substring(dot))
        + "</span>";
  }

  /** A path that may be broken behind a slash. */
  static String path(String path) {
    return text(path).replace("/", "/<wbr>");
  }

  static String percent(double share) {
    return share == 1 ? "100&nbsp;%" : String.format(Locale.ROOT, "%.2f&nbsp;%%", floored(share));
  }

  static String percent(OptionalDouble share) {
    return share.isPresent() ? percent(share.getAsDouble()) : "–";
  }

  /** A text with the words marked that another lacks. */
  static String markDifferences(String text, String other) {
    if (text.isEmpty()) {
      return "<em class=\"soft\">nothing</em>";
    }
    String[] words = text.split(" ");
    BitSet missing = WordDifference.between(words, other.split(" "));
    StringBuilder marked = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      boolean opens = missing.get(i) && (i == 0 || !missing.get(i - 1));
      boolean closes = missing.get(i) && !missing.get(i + 1);
      marked.append(i == 0 ? "" : " ").append(opens ? "<mark>" : "").append(text(words[i]));
      marked.append(closes ? "</mark>" : "");
    }
    return marked.toString();
  }

  /** Percent, so that what is not all right never reads as 100. */
  private static double floored(double share) {
    return Math.floor(share * 10_000) / 100;
  }
}
