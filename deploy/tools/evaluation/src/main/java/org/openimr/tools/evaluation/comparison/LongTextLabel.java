package org.openimr.tools.evaluation.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * The label of a long text: the full text, or its first words, last words and word count.
 *
 * @param text full text; empty if only the outline is labelled
 * @param words word count, with a tolerance of two words or one percent
 */
record LongTextLabel(Optional<String> text, String firstWords, String lastWords, int words) {
  private static final int OUTLINE_WORDS = 8;
  private static final int CHARACTERS_BEFORE = 60;
  private static final int CHARACTERS_AFTER = 160;

  /** Reads the label of a text; empty if there is none. */
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

  FieldResult compare(String field, int item, String actualText) {
    String folded = WhitespaceFolder.fold(actualText);
    boolean correct = matches(folded);
    return new FieldResult(
        field, item, correct, expected(folded, correct), actual(folded, correct));
  }

  private boolean matches(String folded) {
    return text.map(folded::equals).orElseGet(() -> startsAndEnds(folded));
  }

  private boolean startsAndEnds(String folded) {
    return folded.startsWith(firstWords)
        && folded.endsWith(lastWords)
        && Math.abs(WhitespaceFolder.countWords(folded) - words) <= Math.max(2, words / 100);
  }

  private String expected(String actualText, boolean correct) {
    return text.map(full -> correct ? outline(full) : aroundDifference(full, actualText))
        .orElseGet(() -> outline(firstWords, lastWords, words));
  }

  private String actual(String actualText, boolean correct) {
    return text.map(full -> correct ? outline(actualText) : aroundDifference(actualText, full))
        .orElseGet(() -> outline(actualText));
  }

  private static String outline(String folded) {
    String[] words = folded.isEmpty() ? new String[0] : folded.split(" ");
    if (words.length <= 2 * OUTLINE_WORDS) {
      return folded;
    }
    String first = String.join(" ", List.of(words).subList(0, OUTLINE_WORDS));
    String last =
        String.join(" ", List.of(words).subList(words.length - OUTLINE_WORDS, words.length));
    return outline(first, last, words.length);
  }

  private static String outline(String first, String last, int words) {
    return first + " … " + last + " (" + words + " words)";
  }

  /** Excerpt of a text around its first difference from another text. */
  private static String aroundDifference(String text, String other) {
    int at = 0;
    while (at < Math.min(text.length(), other.length()) && text.charAt(at) == other.charAt(at)) {
      at++;
    }
    int from = at <= CHARACTERS_BEFORE ? 0 : text.lastIndexOf(' ', at - CHARACTERS_BEFORE) + 1;
    int to = Math.min(text.length(), at + CHARACTERS_AFTER);
    return (from > 0 ? "… " : "")
        + text.substring(Math.min(from, to), to)
        + (to < text.length() ? " …" : "");
  }
}
