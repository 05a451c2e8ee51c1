package org.openimr.tools.evaluation.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openimr.parser.ParserVersion;
import org.openimr.tools.evaluation.comparison.DeterminationComparison;
import org.openimr.tools.evaluation.comparison.FieldResult;
import org.openimr.tools.evaluation.input.LetterFile;
import org.openimr.tools.evaluation.input.OfflinePipelineResult;
import org.openimr.tools.evaluation.score.EvaluationResult.Miss;
import org.openimr.tools.evaluation.score.EvaluationResult.RejectedLetter;
import org.openimr.tools.evaluation.score.EvaluationResult.RenderingScores;

/** Builds an evaluation letter by letter; not thread-safe. */
public final class EvaluationBuilder {
  private final SortedMap<String, RenderingScores> renderings = new TreeMap<>();
  private final List<Miss> misses = new ArrayList<>();
  private final Map<String, Integer> missesByField = new HashMap<>();
  private final List<RejectedLetter> deadLetters = new ArrayList<>();
  private final CategoryCoverage.Builder coverage = new CategoryCoverage.Builder();
  private int missesLeftOut;

  /** A letter compared with its label. */
  public record ComparedLetter(
      LetterFile file, OfflinePipelineResult outcome, List<FieldResult> results) {
    public static ComparedLetter compare(
        LetterFile file, OfflinePipelineResult outcome, JsonNode label) {
      return new ComparedLetter(
          file, outcome, DeterminationComparison.compare(label, outcome.determinationTree()));
    }
  }

  public void add(ComparedLetter letter) {
    LetterFile file = letter.file();
    RenderingScores rendering =
        renderings.computeIfAbsent(
            file.rendering(), name -> new RenderingScores(new ArrayList<>(), new FieldScores()));
    rendering.letters().add(file.name());
    letter.results().forEach(rendering.scores()::add);
    switch (letter.outcome()) {
      case OfflinePipelineResult.Determined determined -> {
        coverage.add(determined.determination());
        letter.results().forEach(result -> addMiss(file, result));
      }
      case OfflinePipelineResult.Dead dead ->
          deadLetters.add(
              new RejectedLetter(
                  file.rendering(), file.name(), dead.code(), dead.field(), dead.message()));
    }
  }

  private void addMiss(LetterFile file, FieldResult result) {
    if (result.correct()) {
      return;
    }
    if (missesByField.merge(result.field(), 1, Integer::sum)
        <= EvaluationResult.MAX_MISSES_PER_FIELD) {
      misses.add(new Miss(file.rendering(), file.name(), result));
    } else {
      missesLeftOut++;
    }
  }

  public EvaluationResult build(int unlabelled, List<String> withoutLetter) {
    FieldScores all = new FieldScores();
    renderings
        .values()
        .forEach(rendering -> rendering.scores().byField().forEach((f, t) -> all.add(f, t)));
    return new EvaluationResult(
        Instant.now(),
        ParserVersion.CURRENT,
        renderings,
        all,
        misses,
        missesLeftOut,
        deadLetters,
        coverage.build(),
        unlabelled,
        withoutLetter);
  }
}
