package org.openimr.tools.evaluation.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.tools.evaluation.comparison.DeterminationComparison;
import org.openimr.tools.evaluation.comparison.DeterminationTrees;
import org.openimr.tools.evaluation.comparison.FieldResult;
import org.openimr.tools.evaluation.input.DocumentLabel;
import org.openimr.tools.evaluation.input.LetterFile;
import org.openimr.tools.evaluation.input.OfflinePipelineResult;
import org.openimr.tools.evaluation.input.OfflinePipelineResult.Dead;
import org.openimr.tools.evaluation.input.OfflinePipelineResult.Determined;

/**
 * A document compared with its label.
 *
 * @param variants names of its variants
 * @param letters each letter of the label
 */
public record ComparedDocument(
    LetterFile file, List<String> variants, DocumentOutcome outcome, List<ComparedLetter> letters) {
  /** Says that a citation is not in the catalogue, which is no doubt about the letter. */
  private static final String CITATION_UNRESOLVED = "CITATION_UNRESOLVED";

  /**
   * A letter compared with its label.
   *
   * @param name name of the file; followed by the number of the letter from the second letter on
   * @param result result of the pipeline; empty if the document has fewer letters than the label
   */
  public record ComparedLetter(
      String name, Optional<OfflinePipelineResult> result, List<FieldResult> fields) {

    boolean isCorrect() {
      return fields.stream().allMatch(FieldResult::correct);
    }
  }

  /**
   * Compares a document with its label, letter by letter in order.
   *
   * @param results result of each letter of the document; equal determinations count once
   */
  public static ComparedDocument compare(
      LetterFile file, List<OfflinePipelineResult> results, DocumentLabel label) {
    List<OfflinePipelineResult> different = withoutDuplicates(results);
    List<ComparedLetter> letters = new ArrayList<>(label.letters().size());
    for (int i = 0; i < label.letters().size(); i++) {
      Optional<OfflinePipelineResult> result =
          i < different.size() ? Optional.of(different.get(i)) : Optional.empty();
      letters.add(
          new ComparedLetter(
              i == 0 ? file.name() : file.name() + "#" + (i + 1),
              result,
              fields(label, label.letters().get(i), result)));
    }
    return new ComparedDocument(
        file, label.variants(), outcome(different, letters, label), List.copyOf(letters));
  }

  private static List<OfflinePipelineResult> withoutDuplicates(
      List<OfflinePipelineResult> results) {
    List<OfflinePipelineResult> different = new ArrayList<>(results.size());
    List<JsonNode> facts = new ArrayList<>(results.size());
    for (OfflinePipelineResult result : results) {
      switch (result) {
        case Dead dead -> different.add(dead);
        case Determined determined -> {
          JsonNode found =
              results.size() == 1
                  ? determined.determination()
                  : DeterminationTrees.facts(determined.determination());
          if (!facts.contains(found)) {
            facts.add(found);
            different.add(determined);
          }
        }
      }
    }
    return different;
  }

  private static List<FieldResult> fields(
      DocumentLabel label, JsonNode letter, Optional<OfflinePipelineResult> result) {
    Optional<JsonNode> determination = result.flatMap(OfflinePipelineResult::determinationTree);
    return label.ignoresCase()
        ? DeterminationComparison.compare(
            DeterminationTrees.inCapitals(letter),
            determination.map(DeterminationTrees::inCapitals))
        : DeterminationComparison.compare(letter, determination);
  }

  private static DocumentOutcome outcome(
      List<OfflinePipelineResult> different, List<ComparedLetter> letters, DocumentLabel label) {
    List<JsonNode> determinations =
        different.stream().flatMap(result -> result.determinationTree().stream()).toList();
    if (determinations.isEmpty()) {
      return DocumentOutcome.REFUSED;
    }
    boolean isComplete = determinations.size() == different.size();
    boolean isCorrect =
        letters.stream().filter(ComparedDocument::isDetermined).allMatch(ComparedLetter::isCorrect);
    if (isCorrect && different.size() == letters.size()) {
      return isComplete ? DocumentOutcome.RIGHT : DocumentOutcome.REFUSED;
    }
    return hasNewWarning(determinations, label) ? DocumentOutcome.LOUD : DocumentOutcome.SILENT;
  }

  private static boolean isDetermined(ComparedLetter letter) {
    return letter.result().flatMap(OfflinePipelineResult::determinationTree).isPresent();
  }

  private static boolean hasNewWarning(List<JsonNode> determinations, DocumentLabel label) {
    List<String> codes = new ArrayList<>();
    determinations.forEach(tree -> codes.addAll(DeterminationTrees.warningCodes(tree)));
    label
        .letters()
        .forEach(letter -> letter.path("warnings").forEach(code -> codes.remove(code.asText())));
    return codes.stream().anyMatch(code -> !code.equals(CITATION_UNRESOLVED));
  }
}
