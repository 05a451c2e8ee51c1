package org.openimr.tools.evaluation.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A long text of a label: in full, or by its first words, its last words and the number of its
 * words.
 *
 * @param words number of words; two more or less, or one in a hundred, are still right
 */
record LongTextLabel(Optional<String> text, String firstWords, String lastWords, int words) {
  private static final int SHOWN_WORDS = 8;
  private static final int SHOWN_BEFORE = 60;
  private static final int SHOWN_BEHIND = 160;

  /** What a label says of a text; empty where it says nothing. */
  static Optional<LongTextLabel> of(JsonNode label) {
    if (!label.hasNonNull("text") && !label.hasNonNull("firstWords")) {
      return Optional.empty();
    }
    return Optional.of(
        new LongTextLabel(
            Optional.of(label.path("text"))
                .filter(JsonNode::isTextual)
                .map(text -> WhitespaceFolder.fold(text.textValue())),
            WhitespaceFolder.fold(label.path("firstWords").asText("")),
            WhitespaceFolder.fold(label.path("lastWords").asText("")),
            label.path("words").asInt()));
  }

  FieldResult compare(String field, int item, String got) {
    String folded = WhitespaceFolder.fold(got);
    boolean right = matches(folded);
    return new FieldResult(field, item, right, expected(folded, right), shown(folded, right));
  }

  private boolean matches(String folded) {
    return text.map(folded::equals).orElseGet(() -> startsAndEnds(folded));
  }

  private boolean startsAndEnds(String folded) {
    return folded.startsWith(firstWords)
        && folded.endsWith(lastWords)
        && Math.abs(WhitespaceFolder.countWords(folded) - words) <= Math.max(2, words / 100);
  }

  private String expected(String got, boolean right) {
    return text.map(full -> right ? outline(full) : behindDifference(full, got))
        .orElseGet(() -> outline(firstWords, lastWords, words));
  }

  private String shown(String got, boolean right) {
    return text.map(full -> right ? outline(got) : behindDifference(got, full))
        .orElseGet(() -> outline(got));
  }

  private static String outline(String folded) {
    String[] words = folded.isEmpty() ? new String[0] : folded.split(" ");
    if (words.length <= 2 * SHOWN_WORDS) {
      return folded;
    }
    String first = String.join(" ", List.of(words).subList(0, SHOWN_WORDS));
    String last =
        String.join(" ", List.of(words).subList(words.length - SHOWN_WORDS, words.length));
    return outline(first, last, words.length);
  }

  private static String outline(String first, String last, int words) {
    return first + " … " + last + " (" + words + " words)";
  }

  /** The text from a little before the first character in which it differs from another. */
  private static String behindDifference(String text, String other) {
    int at = 0;
    while (at < Math.min(text.length(), other.length()) && text.charAt(at) == other.charAt(at)) {
      at++;
    }
    int from = at <= SHOWN_BEFORE ? 0 : text.lastIndexOf(' ', at - SHOWN_BEFORE) + 1;
    int to = Math.min(text.length(), at + SHOWN_BEHIND);
    return (from > 0 ? "… " : "")
        + text.substring(Math.min(from, to), to)
        + (to < text.length() ? " …" : "");
  }
}
