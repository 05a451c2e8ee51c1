package org.openimr.tools.evaluation.comparison;

import static java.util.function.Function.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what one side based its decision on. */
record BasisComparison(String field, int item, JsonNode label, JsonNode got) {

  List<FieldResult> results() {
    List<FieldResult> verdicts = new ArrayList<>();
    if (label.has("kind")) {
      verdicts.add(
          ValueComparison.compare(field + ".kind", item, label.path("kind"), got.path("kind")));
    }
    if (label.has("statement")) {
      verdicts.add(
          ValueComparison.compareText(
              field + ".statement", item, label.path("statement"), got.path("statement")));
    }
    if (label.has("citations")) {
      addMtusCitations(verdicts);
      addOdgChapters(verdicts);
    }
    return verdicts;
  }

  /** One field a side: the documents cited, in whatever order, each as often as it is. */
  private void addMtusCitations(List<FieldResult> verdicts) {
    List<ComparableCitation> want = mtus(label);
    List<ComparableCitation> have = mtus(got);
    if (!want.isEmpty() || !have.isEmpty()) {
      boolean right = counted(want).equals(counted(have));
      verdicts.add(
          new FieldResult(field + ".mtusCitations", item, right, shown(want), shown(have)));
    }
  }

  /** One field a side: the set of chapters; not compared where the label leaves one open. */
  private void addOdgChapters(List<FieldResult> verdicts) {
    Set<String> want = new TreeSet<>();
    for (JsonNode citation : citations(label, "ODG")) {
      if (!citation.hasNonNull("chapters")) {
        return;
      }
      want.addAll(ComparableCitation.texts(citation.path("chapters")));
    }
    Set<String> have = new TreeSet<>();
    for (JsonNode citation : citations(got, "ODG")) {
      if (!citation.path("document").asText("").isEmpty()) {
        have.add(citation.path("document").asText());
      }
    }
    if (!want.isEmpty() || !have.isEmpty()) {
      verdicts.add(
          new FieldResult(
              field + ".odgChapters",
              item,
              want.equals(have),
              String.join("; ", want),
              String.join("; ", have)));
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

  private static Map<ComparableCitation, Long> counted(List<ComparableCitation> documents) {
    return documents.stream().collect(Collectors.groupingBy(identity(), Collectors.counting()));
  }

  private static String shown(List<ComparableCitation> documents) {
    return documents.stream()
        .map(ComparableCitation::displayText)
        .sorted()
        .collect(Collectors.joining("; "));
  }
}
