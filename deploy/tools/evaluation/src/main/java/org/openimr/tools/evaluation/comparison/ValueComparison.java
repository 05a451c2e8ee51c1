package org.openimr.tools.evaluation.comparison;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares short values. */
final class ValueComparison {
  private ValueComparison() {}

  /** Compares exact values; a missing value equals null. */
  static FieldResult compare(String field, int item, JsonNode expected, JsonNode actual) {
    boolean correct = isAbsent(expected) ? isAbsent(actual) : expected.equals(actual);
    return new FieldResult(field, item, correct, format(expected), format(actual));
  }

  /** Compares texts, ignoring line breaks; a missing text equals an empty one. */
  static FieldResult compareText(String field, int item, JsonNode expected, JsonNode actual) {
    String expectedText = WhitespaceFolder.fold(expected.asText(""));
    String actualText = WhitespaceFolder.fold(isAbsent(actual) ? "" : actual.asText());
    return new FieldResult(field, item, expectedText.equals(actualText), expectedText, actualText);
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static String format(JsonNode value) {
    if (value.isArray()) {
      return String.join("; ", ComparableCitation.texts(value));
    }
    return isAbsent(value) ? "" : value.asText();
  }
}
