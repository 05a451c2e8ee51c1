package org.openimr.tools.evaluation.score;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.openimr.tools.evaluation.comparison.FieldResult;

/**
 * The evaluation of all letters with a label.
 *
 * @param evaluatedAt time of the evaluation
 * @param parserVersion version of the parser
 * @param outcomes judgements of documents by variant
 * @param renderings scores by rendering
 * @param all scores over all renderings
 * @param misses at most {@value #MAX_MISSES_PER_FIELD} per field; they contain text of letters
 * @param missesLeftOut number of further misses
 * @param deadLetters letters with a label that became dead letters
 * @param coverage coverage of treatment categories
 * @param unlabelled number of letters without a label, which are not parsed
 * @param withoutLetter labels without a letter
 */
public record EvaluationResult(
    Instant evaluatedAt,
    String parserVersion,
    DocumentOutcomes outcomes,
    SortedMap<String, RenderingScores> renderings,
    FieldScores all,
    List<Miss> misses,
    int missesLeftOut,
    List<RejectedLetter> deadLetters,
    CategoryCoverage coverage,
    int unlabelled,
    List<String> withoutLetter) {
  public static final int MAX_MISSES_PER_FIELD = 500;

  /** Scores of one rendering, with the names of its letters. */
  public record RenderingScores(List<String> letters, FieldScores scores) {}

  /** A wrong result and its location. */
  public record Miss(String rendering, String letter, FieldResult result) {}

  /** A dead letter; all its fields count as wrong. */
  public record RejectedLetter(
      String rendering, String letter, String code, String field, String message) {}

  /** Number of compared letters; each rendering of a letter counts. */
  public int letters() {
    return renderings.values().stream().mapToInt(rendering -> rendering.letters().size()).sum();
  }
}
