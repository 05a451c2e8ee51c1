package org.openimr.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openimr.enrich.topology.ParserVersion;
import org.openimr.evaluate.Evaluation.DeadLetter;
import org.openimr.evaluate.Evaluation.Miss;
import org.openimr.evaluate.Evaluation.RenderingScores;

/** Gathers an evaluation, letter by letter; for one thread. */
final class Marking {
  private final SortedMap<String, RenderingScores> renderings = new TreeMap<>();
  private final List<Miss> misses = new ArrayList<>();
  private final Map<String, Integer> missesByField = new HashMap<>();
  private final List<DeadLetter> deadLetters = new ArrayList<>();
  private final CategoryCoverage.Counting coverage = new CategoryCoverage.Counting();
  private int missesLeftOut;

  /** A letter that was read and compared. */
  record Marked(LetterFile file, LetterOutcome outcome, List<Verdict> verdicts) {
    static Marked of(LetterFile file, LetterOutcome outcome, JsonNode label) {
      return new Marked(file, outcome, Comparison.compare(label, outcome.tree()));
    }
  }

  void add(Marked marked) {
    LetterFile file = marked.file();
    RenderingScores rendering =
        renderings.computeIfAbsent(
            file.rendering(), name -> new RenderingScores(new ArrayList<>(), new FieldScores()));
    rendering.letters().add(file.name());
    marked.verdicts().forEach(rendering.scores()::add);
    switch (marked.outcome()) {
      case LetterOutcome.Determined determined -> {
        coverage.add(determined.determination());
        marked.verdicts().forEach(verdict -> addMiss(file, verdict));
      }
      case LetterOutcome.Dead dead ->
          deadLetters.add(
              new DeadLetter(
                  file.rendering(), file.name(), dead.code(), dead.field(), dead.message()));
    }
  }

  private void addMiss(LetterFile file, Verdict verdict) {
    if (verdict.right()) {
      return;
    }
    if (missesByField.merge(verdict.field(), 1, Integer::sum) <= Evaluation.MISSES_A_FIELD) {
      misses.add(new Miss(file.rendering(), file.name(), verdict));
    } else {
      missesLeftOut++;
    }
  }

  Evaluation done(int unlabelled, List<String> withoutLetter) {
    FieldScores all = new FieldScores();
    renderings
        .values()
        .forEach(rendering -> rendering.scores().byField().forEach((f, t) -> all.add(f, t)));
    return new Evaluation(
        Instant.now(),
        ParserVersion.CURRENT,
        renderings,
        all,
        misses,
        missesLeftOut,
        deadLetters,
        coverage.done(),
        unlabelled,
        withoutLetter);
  }
}
