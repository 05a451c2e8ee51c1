package org.openimr.tools.evaluation.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openimr.tools.evaluation.input.InvalidInputException;
import org.openimr.tools.evaluation.score.EvaluationResult.RejectedLetter;
import org.openimr.tools.evaluation.score.EvaluationResult.RenderingScores;

/**
 * The stored form of an evaluation: scores and locations, without text of letters except file
 * names.
 *
 * @param at time of the evaluation, ISO 8601 in UTC
 * @param share share of correct fields, from 0 to 1
 * @param outcomes judgements of documents; null in files of earlier versions
 */
public record SavedEvaluation(
    String at,
    String parserVersion,
    double share,
    @Nullable DocumentOutcomes outcomes,
    Map<String, SavedScores> fields,
    Map<String, SavedRendering> renderings,
    List<MissLocation> misses,
    int missesLeftOut,
    List<RejectedLetter> deadLetters,
    CategoryCoverage categories,
    int unlabelled,
    List<String> withoutLetter) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** A tally with its ratios; a ratio is null if nothing was found or labelled. */
  record SavedScores(
      int compared,
      int labelled,
      int found,
      int right,
      int agreed,
      @Nullable Double precision,
      @Nullable Double recall,
      double share) {
    static SavedScores of(FieldTally tally) {
      return new SavedScores(
          tally.compared(),
          tally.labelled(),
          tally.found(),
          tally.correct(),
          tally.agreed(),
          tally.precision().isPresent() ? tally.precision().getAsDouble() : null,
          tally.recall().isPresent() ? tally.recall().getAsDouble() : null,
          tally.share());
    }

    FieldTally tally() {
      return new FieldTally(compared, labelled, found, right, agreed);
    }
  }

  /** Scores of one rendering. */
  record SavedRendering(List<String> letters, Map<String, SavedScores> fields) {}

  /** Location of a wrong field; item 0 is the whole letter. */
  public record MissLocation(String rendering, String letter, String field, int item) {}

  public static SavedEvaluation of(EvaluationResult run) {
    Map<String, SavedRendering> renderings = new LinkedHashMap<>();
    run.renderings().forEach((name, scores) -> renderings.put(name, rendering(scores)));
    return new SavedEvaluation(
        run.evaluatedAt().toString(),
        run.parserVersion(),
        run.all().total().share(),
        run.outcomes(),
        scores(run.all()),
        renderings,
        run.misses().stream()
            .map(
                m ->
                    new MissLocation(
                        m.rendering(), m.letter(), m.result().field(), m.result().item()))
            .toList(),
        run.missesLeftOut(),
        run.deadLetters(),
        run.coverage(),
        run.unlabelled(),
        run.withoutLetter());
  }

  private static SavedRendering rendering(RenderingScores scores) {
    return new SavedRendering(scores.letters(), scores(scores.scores()));
  }

  private static Map<String, SavedScores> scores(FieldScores scores) {
    Map<String, SavedScores> saved = new LinkedHashMap<>();
    scores.byField().forEach((field, tally) -> saved.put(field, SavedScores.of(tally)));
    return saved;
  }

  public void write(Path file) throws IOException {
    JSON.writeValue(file.toFile(), this);
  }

  /**
   * Reads a stored evaluation.
   *
   * @throws InvalidInputException if the file is not a stored evaluation
   */
  public static SavedEvaluation read(Path file) throws IOException, InvalidInputException {
    try {
      SavedEvaluation run = JSON.readValue(file.toFile(), SavedEvaluation.class);
      if (run != null && run.fields() != null && run.renderings() != null && run.misses() != null) {
        return run;
      }
    } catch (JsonProcessingException e) {
      // Reported below, without the message of the parser.
    }
    throw new InvalidInputException("not written by evaluate --json: " + file);
  }
}
