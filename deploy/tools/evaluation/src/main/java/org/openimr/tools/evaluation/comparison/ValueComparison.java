package org.openimr.tools.evaluation.comparison;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares short values. */
final class ValueComparison {
  private ValueComparison() {}

  /** The same value, character by character; a missing one is the same as null. */
  static FieldResult compare(String field, int item, JsonNode want, JsonNode have) {
    boolean right = absent(want) ? absent(have) : want.equals(have);
    return new FieldResult(field, item, right, shown(want), shown(have));
  }

  /** The same text, however its lines were broken; a missing one is the same as an empty one. */
  static FieldResult compareText(String field, int item, JsonNode want, JsonNode have) {
    String expected = WhitespaceFolder.fold(want.asText(""));
    String got = WhitespaceFolder.fold(absent(have) ? "" : have.asText());
    return new FieldResult(field, item, expected.equals(got), expected, got);
  }

  private static boolean absent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static String shown(JsonNode value) {
    if (value.isArray()) {
      return String.join("; ", ComparableCitation.texts(value));
    }
    return absent(value) ? "" : value.asText();
  }
}
