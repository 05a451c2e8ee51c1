package org.openimr.tools.evaluation.score;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.openimr.tools.evaluation.comparison.FieldResult;

/**
 * What came out of reading all letters that have a label.
 *
 * @param at when
 * @param parserVersion of the parser that read them
 * @param renderings scores by rendering
 * @param all scores over all renderings
 * @param misses at most {@value #MISSES_A_FIELD} a field; they hold text of letters
 * @param missesLeftOut how many more there are
 * @param deadLetters letters with a label that could not be read
 * @param coverage of treatment categories
 * @param unlabelled letters without a label; they are not read
 * @param withoutLetter labels to which no letter was found
 */
public record EvaluationResult(
    Instant evaluatedAt,
    String parserVersion,
    SortedMap<String, RenderingScores> renderings,
    FieldScores all,
    List<Miss> misses,
    int missesLeftOut,
    List<RejectedLetter> deadLetters,
    CategoryCoverage coverage,
    int unlabelled,
    List<String> withoutLetter) {
  public static final int MISSES_A_FIELD = 500;

  /** Scores of one rendering, with the names of the letters that were compared. */
  public record RenderingScores(List<String> letters, FieldScores scores) {}

  /** A verdict that is not right, with where it was found. */
  public record Miss(String rendering, String letter, FieldResult verdict) {}

  /** A letter that was not read; its fields count as missed. */
  public record RejectedLetter(
      String rendering, String letter, String code, String field, String message) {}

  /** Letters compared, each rendering of a letter by itself. */
  public int letters() {
    return renderings.values().stream().mapToInt(rendering -> rendering.letters().size()).sum();
  }
}
