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

/** Gathers an evaluation, letter by letter; for one thread. */
public final class EvaluationBuilder {
  private final SortedMap<String, RenderingScores> renderings = new TreeMap<>();
  private final List<Miss> misses = new ArrayList<>();
  private final Map<String, Integer> missesByField = new HashMap<>();
  private final List<RejectedLetter> deadLetters = new ArrayList<>();
  private final CategoryCoverage.Builder coverage = new CategoryCoverage.Builder();
  private int missesLeftOut;

  /** A letter that was read and compared. */
  public record ComparedLetter(
      LetterFile file, OfflinePipelineResult outcome, List<FieldResult> verdicts) {
    public static ComparedLetter compare(
        LetterFile file, OfflinePipelineResult outcome, JsonNode label) {
      return new ComparedLetter(
          file, outcome, DeterminationComparison.compare(label, outcome.determinationTree()));
    }
  }

  public void add(ComparedLetter marked) {
    LetterFile file = marked.file();
    RenderingScores rendering =
        renderings.computeIfAbsent(
            file.rendering(), name -> new RenderingScores(new ArrayList<>(), new FieldScores()));
    rendering.letters().add(file.name());
    marked.verdicts().forEach(rendering.scores()::add);
    switch (marked.outcome()) {
      case OfflinePipelineResult.Determined determined -> {
        coverage.add(determined.determination());
        marked.verdicts().forEach(verdict -> addMiss(file, verdict));
      }
      case OfflinePipelineResult.Dead dead ->
          deadLetters.add(
              new RejectedLetter(
                  file.rendering(), file.name(), dead.code(), dead.field(), dead.message()));
    }
  }

  private void addMiss(LetterFile file, FieldResult verdict) {
    if (verdict.right()) {
      return;
    }
    if (missesByField.merge(verdict.field(), 1, Integer::sum) <= EvaluationResult.MISSES_A_FIELD) {
      misses.add(new Miss(file.rendering(), file.name(), verdict));
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
