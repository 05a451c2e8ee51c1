package org.openimr.evaluate;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares short values. */
final class Values {
  private Values() {}

  /** The same value, character by character; a missing one is the same as null. */
  static Verdict same(String field, int item, JsonNode want, JsonNode have) {
    boolean right = absent(want) ? absent(have) : want.equals(have);
    return new Verdict(field, item, right, shown(want), shown(have));
  }

  /** The same text, however its lines were broken; a missing one is the same as an empty one. */
  static Verdict sameText(String field, int item, JsonNode want, JsonNode have) {
    String expected = FoldedText.of(want.asText(""));
    String got = FoldedText.of(absent(have) ? "" : have.asText());
    return new Verdict(field, item, expected.equals(got), expected, got);
  }

  private static boolean absent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static String shown(JsonNode value) {
    if (value.isArray()) {
      return String.join("; ", CitedDocument.texts(value));
    }
    return absent(value) ? "" : value.asText();
  }
}
