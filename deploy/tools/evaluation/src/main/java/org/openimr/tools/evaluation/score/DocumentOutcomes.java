package org.openimr.tools.evaluation.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Outcomes of documents.
 *
 * @param byVariant number of documents by variant and outcome; a document with several variants
 *     counts for each
 * @param all number of documents by outcome
 * @param silent silent documents as {@code name of rendering}, in the order of the files
 */
public record DocumentOutcomes(
    SortedMap<String, Map<DocumentOutcome, Integer>> byVariant,
    Map<DocumentOutcome, Integer> all,
    List<String> silent) {

  /** Number of documents of a variant with an outcome. */
  public static int count(Map<DocumentOutcome, Integer> counts, DocumentOutcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  /** The cells of a row, in the order of {@link DocumentOutcome}. */
  public static List<Integer> cells(Map<DocumentOutcome, Integer> counts) {
    return Stream.of(DocumentOutcome.values()).map(outcome -> count(counts, outcome)).toList();
  }

  /** Counts documents one by one; not thread-safe. */
  static final class Builder {
    private final SortedMap<String, Map<DocumentOutcome, Integer>> byVariant = new TreeMap<>();
    private final Map<DocumentOutcome, Integer> all = new EnumMap<>(DocumentOutcome.class);
    private final List<String> silent = new ArrayList<>();

    void add(ComparedDocument document) {
      DocumentOutcome outcome = document.outcome();
      all.merge(outcome, 1, Integer::sum);
      for (String variant : document.variants()) {
        byVariant
            .computeIfAbsent(variant, absent -> new EnumMap<>(DocumentOutcome.class))
            .merge(outcome, 1, Integer::sum);
      }
      if (outcome == DocumentOutcome.SILENT) {
        silent.add(document.file().name() + " of " + document.file().rendering());
      }
    }

    DocumentOutcomes build() {
      return new DocumentOutcomes(byVariant, all, List.copyOf(silent));
    }
  }
}
