package org.openimr.tools.evaluation.comparison;

import static java.util.function.Function.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the basis of one decision. */
record BasisComparison(String field, int item, JsonNode label, JsonNode actualBasis) {

  List<FieldResult> results() {
    List<FieldResult> results = new ArrayList<>();
    if (label.has("kind")) {
      results.add(
          ValueComparison.compare(
              field + ".kind", item, label.path("kind"), actualBasis.path("kind")));
    }
    if (label.has("statement")) {
      results.add(
          ValueComparison.compareText(
              field + ".statement", item, label.path("statement"), actualBasis.path("statement")));
    }
    if (label.has("citations")) {
      addMtusCitations(results);
      addOdgChapters(results);
    }
    return results;
  }

  /** One field per basis: the multiset of cited documents. */
  private void addMtusCitations(List<FieldResult> results) {
    List<ComparableCitation> expected = mtus(label);
    List<ComparableCitation> actual = mtus(actualBasis);
    if (!expected.isEmpty() || !actual.isEmpty()) {
      boolean correct = counts(expected).equals(counts(actual));
      results.add(
          new FieldResult(
              field + ".mtusCitations", item, correct, format(expected), format(actual)));
    }
  }

  /** One field per basis: the set of chapters, unless the label leaves one open. */
  private void addOdgChapters(List<FieldResult> results) {
    Set<String> expected = new TreeSet<>();
    for (JsonNode citation : citations(label, "ODG")) {
      if (!citation.hasNonNull("chapters")) {
        return;
      }
      expected.addAll(ComparableCitation.texts(citation.path("chapters")));
    }
    Set<String> actual = new TreeSet<>();
    for (JsonNode citation : citations(actualBasis, "ODG")) {
      if (!citation.path("document").asText("").isEmpty()) {
        actual.add(citation.path("document").asText());
      }
    }
    if (!expected.isEmpty() || !actual.isEmpty()) {
      results.add(
          new FieldResult(
              field + ".odgChapters",
              item,
              expected.equals(actual),
              String.join("; ", expected),
              String.join("; ", actual)));
    }
  }

  private static List<ComparableCitation> mtus(JsonNode basis) {
    return citations(basis, "MTUS").stream().map(ComparableCitation::of).toList();
  }

  private static List<JsonNode> citations(JsonNode basis, String authority) {
    List<JsonNode> citations = new ArrayList<>();
    for (JsonNode citation : basis.path("citations")) {
      if (citation.path("authority").asText().equals(authority)) {
        citations.add(citation);
      }
    }
    return citations;
  }

  private static Map<ComparableCitation, Long> counts(List<ComparableCitation> documents) {
    return documents.stream().collect(Collectors.groupingBy(identity(), Collectors.counting()));
  }

  private static String format(List<ComparableCitation> documents) {
    return documents.stream()
        .map(ComparableCitation::displayText)
        .sorted()
        .collect(Collectors.joining("; "));
  }
}
