package org.openimr.tools.evaluation.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.openimr.cli.html.HtmlText;

/** HTML fragments that are safe in an element and in a quoted attribute. */
final class HtmlFragments {
  private HtmlFragments() {}

  /** Formats the name of a field with its last part highlighted. */
  static String field(String name) {
    int dot = name.lastIndexOf('.') + 1;
    return "<span class=\"field\"><span class=\"prefix\">"
        + HtmlText.escape(name.substring(0, dot))
        + "</span>"
        + HtmlText.escape(name.substring(dot))
        + "</span>";
  }

  /** Formats a path with line break opportunities after slashes. */
  static String path(String path) {
    return HtmlText.escape(path).replace("/", "/<wbr>");
  }

  static String percent(double share) {
    return share == 1 ? "100&nbsp;%" : String.format(Locale.ROOT, "%.2f&nbsp;%%", floored(share));
  }

  static String percent(OptionalDouble share) {
    return share.isPresent() ? percent(share.getAsDouble()) : "–";
  }

  /** Formats a text and marks the words that are missing from another text. */
  static String markDifferences(String text, String other) {
    if (text.isEmpty()) {
      return "<em class=\"soft\">nothing</em>";
    }
    List<String> words = List.of(text.split(" "));
    BitSet missing = missingWords(words, List.of(other.split(" ")));
    StringBuilder marked = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      boolean opens = missing.get(i) && (i == 0 || !missing.get(i - 1));
      boolean closes = missing.get(i) && !missing.get(i + 1);
      marked
          .append(i == 0 ? "" : " ")
          .append(opens ? "<mark>" : "")
          .append(HtmlText.escape(words.get(i)));
      marked.append(closes ? "</mark>" : "");
    }
    return marked.toString();
  }

  private static BitSet missingWords(List<String> words, List<String> others) {
    BitSet missing = new BitSet(words.size());
    for (AbstractDelta<String> delta : DiffUtils.diff(others, words).getDeltas()) {
      missing.set(delta.getTarget().getPosition(), delta.getTarget().last() + 1);
    }
    return missing;
  }

  /** Rounds down, so that a share below 1 is never shown as 100 %. */
  private static double floored(double share) {
    return Math.floor(share * 10_000) / 100;
  }
}
