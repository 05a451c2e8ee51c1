package org.openimr.tools.evaluation.score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openimr.parser.ParserVersion;
import org.openimr.tools.evaluation.comparison.FieldResult;
import org.openimr.tools.evaluation.input.OfflinePipelineResult;
import org.openimr.tools.evaluation.score.ComparedDocument.ComparedLetter;
import org.openimr.tools.evaluation.score.EvaluationResult.Miss;
import org.openimr.tools.evaluation.score.EvaluationResult.RejectedLetter;
import org.openimr.tools.evaluation.score.EvaluationResult.RenderingScores;

/** Builds an evaluation document by document; not thread-safe. */
public final class EvaluationBuilder {
  private final SortedMap<String, RenderingScores> renderings = new TreeMap<>();
  private final List<Miss> misses = new ArrayList<>();
  private final Map<String, Integer> missesByField = new HashMap<>();
  private final List<RejectedLetter> deadLetters = new ArrayList<>();
  private final CategoryCoverage.Builder coverage = new CategoryCoverage.Builder();
  private final DocumentOutcomes.Builder outcomes = new DocumentOutcomes.Builder();
  private int missesLeftOut;

  /** Adds a document and all its letters. */
  public void add(ComparedDocument document) {
    outcomes.add(document);
    document.letters().forEach(letter -> add(document.file().rendering(), letter));
  }

  private void add(String renderingName, ComparedLetter letter) {
    RenderingScores rendering =
        renderings.computeIfAbsent(
            renderingName, name -> new RenderingScores(new ArrayList<>(), new FieldScores()));
    rendering.letters().add(letter.name());
    letter.fields().forEach(rendering.scores()::add);
    letter.result().ifPresent(result -> add(renderingName, letter, result));
  }

  private void add(String rendering, ComparedLetter letter, OfflinePipelineResult result) {
    switch (result) {
      case OfflinePipelineResult.Determined determined -> {
        coverage.add(determined.determination());
        letter.fields().forEach(field -> addMiss(rendering, letter.name(), field));
      }
      case OfflinePipelineResult.Dead dead ->
          deadLetters.add(
              new RejectedLetter(
                  rendering, letter.name(), dead.code(), dead.field(), dead.message()));
    }
  }

  private void addMiss(String rendering, String letter, FieldResult result) {
    if (result.correct()) {
      return;
    }
    if (missesByField.merge(result.field(), 1, Integer::sum)
        <= EvaluationResult.MAX_MISSES_PER_FIELD) {
      misses.add(new Miss(rendering, letter, result));
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
        outcomes.build(),
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
