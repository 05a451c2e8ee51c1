package org.openimr.evaluate;

import java.util.Locale;
import java.util.OptionalDouble;

/** Pieces of a page. What comes out is safe to stand in an element or a quoted attribute. */
final class Html {
  private Html() {}

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

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", floored(share));
  }

  static String percent(OptionalDouble share) {
    return share.isPresent() ? percent(share.getAsDouble()) : "–";
  }

  /** A text with the words marked in which it differs from another. */
  static String marked(String text, String other) {
    if (text.isEmpty()) {
      return "<em class=\"soft\">nothing</em>";
    }
    int start = commonStart(text, other);
    int end = text.length() - commonEnd(text, other, start);
    if (start >= end) {
      return text(text);
    }
    return text(text.substring(0, start))
        + "<mark>"
        + text(text.substring(start, end))
        + "</mark>"
        + text(text.substring(end));
  }

  private static int commonStart(String text, String other) {
    int word = 0;
    int at = 0;
    while (at < Math.min(text.length(), other.length()) && text.charAt(at) == other.charAt(at)) {
      at++;
      if (at < text.length() && text.charAt(at) == ' ') {
        word = at;
      }
    }
    return at == text.length() ? at : word;
  }

  private static int commonEnd(String text, String other, int from) {
    int most = Math.min(text.length(), other.length()) - from;
    int word = 0;
    int count = 0;
    while (count < most
        && text.charAt(text.length() - 1 - count) == other.charAt(other.length() - 1 - count)) {
      count++;
      if (text.charAt(text.length() - count) == ' ') {
        word = count;
      }
    }
    return word;
  }

  /** Percent, so that what is not all right never reads as 100. */
  private static double floored(double share) {
    return Math.floor(share * 10_000) / 100;
  }
}
