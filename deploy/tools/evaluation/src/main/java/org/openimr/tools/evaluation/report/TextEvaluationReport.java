package org.openimr.tools.evaluation.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.openimr.tools.evaluation.comparison.FieldResult;
import org.openimr.tools.evaluation.score.CategoryCoverage;
import org.openimr.tools.evaluation.score.DocumentOutcome;
import org.openimr.tools.evaluation.score.DocumentOutcomes;
import org.openimr.tools.evaluation.score.EvaluationResult;
import org.openimr.tools.evaluation.score.EvaluationResult.Miss;
import org.openimr.tools.evaluation.score.EvaluationResult.RejectedLetter;
import org.openimr.tools.evaluation.score.EvaluationResult.RenderingScores;
import org.openimr.tools.evaluation.score.FieldScores;
import org.openimr.tools.evaluation.score.FieldTally;
import org.openimr.tools.evaluation.score.RunComparison;
import org.openimr.tools.evaluation.score.SavedEvaluation.MissLocation;

/** Renders an evaluation as text for a terminal. */
public final class TextEvaluationReport {
  private static final int MAX_LOCATIONS = 20;
  private static final int MAX_CHARACTERS = 160;
  private static final int MAX_SILENT = 100;
  private static final String OUTCOME_ROW = "%-52s %8s %8s %8s %8s";

  private final StringBuilder text = new StringBuilder();
  private final EvaluationResult run;

  private TextEvaluationReport(EvaluationResult run) {
    this.run = run;
  }

  /**
   * Renders a report.
   *
   * @param changes differences from an earlier run
   * @param misses maximum number of misses to print; they contain text of letters
   */
  public static String render(EvaluationResult run, Optional<RunComparison> changes, int misses) {
    TextEvaluationReport report = new TextEvaluationReport(run);
    report.addOutcomes(run.outcomes());
    run.renderings().forEach(report::addRendering);
    if (run.renderings().size() > 1) {
      report.addTable("all renderings, " + run.letters() + " letters", run.all());
    }
    report.addDeadLetters();
    run.misses().stream().limit(misses).forEach(report::addMiss);
    report.addCoverage();
    report.addUnmatched();
    changes.ifPresent(report::addChanges);
    report.addTotal();
    return report.text.toString();
  }

  private void addOutcomes(DocumentOutcomes outcomes) {
    line(OUTCOME_ROW, "documents", "right", "loud", "refused", "silent");
    outcomes.byVariant().forEach(this::addOutcomeRow);
    if (outcomes.byVariant().size() > 1) {
      addOutcomeRow("all documents", outcomes.all());
    }
    outcomes.silent().stream().limit(MAX_SILENT).forEach(name -> line("silent: %s", name));
    if (outcomes.silent().size() > MAX_SILENT) {
      line("silent: %d more", outcomes.silent().size() - MAX_SILENT);
    }
    line("");
  }

  private void addOutcomeRow(String variant, Map<DocumentOutcome, Integer> counts) {
    List<Integer> cells = DocumentOutcomes.cells(counts);
    line(OUTCOME_ROW, variant, cells.get(0), cells.get(1), cells.get(2), cells.get(3));
  }

  private void addRendering(String name, RenderingScores rendering) {
    addTable(name + ", " + rendering.letters().size() + " letters", rendering.scores());
  }

  private void addTable(String title, FieldScores scores) {
    line("%s", title);
    line(
        "%-52s %8s %8s %8s %9s %7s %7s",
        "field", "labelled", "found", "correct", "precision", "recall", "share");
    scores.byField().forEach(this::addRow);
    addRow("all fields", scores.total());
    line("");
  }

  private void addRow(String field, FieldTally tally) {
    line(
        "%-52s %8d %8d %8d %9s %7s %7.4f",
        field,
        tally.labelled(),
        tally.found(),
        tally.correct(),
        share(tally.precision()),
        share(tally.recall()),
        tally.share());
  }

  private void addDeadLetters() {
    for (RejectedLetter dead : run.deadLetters()) {
      line(
          "dead letter: %s of %s: %s %s (%s)",
          dead.letter(), dead.rendering(), dead.code(), dead.field(), dead.message());
    }
  }

  private void addMiss(Miss miss) {
    FieldResult result = miss.result();
    line(
        "miss: %s of %s, %s%s%n  expected %s%n  actual   %s",
        miss.letter(),
        miss.rendering(),
        result.field(),
        item(result.item()),
        truncate(result.expected()),
        truncate(result.actual()));
  }

  private void addCoverage() {
    CategoryCoverage coverage = run.coverage();
    line(
        "requests with a category: %d / %d = %.4f",
        coverage.categorized(), coverage.requests(), coverage.share());
    coverage.byRule().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(
            rule ->
                line(
                    "  by %-40s %6d  %.4f",
                    rule.getKey(),
                    rule.getValue(),
                    (double) rule.getValue() / coverage.requests()));
  }

  private void addUnmatched() {
    if (run.unlabelled() > 0) {
      line("letters without a label, not parsed: %d", run.unlabelled());
    }
    if (!run.withoutLetter().isEmpty()) {
      line(
          "labels without a letter: %d, first %s",
          run.withoutLetter().size(), run.withoutLetter().getFirst());
    }
  }

  private void addChanges(RunComparison changes) {
    line("");
    line(
        "compared with %s, parser version %s: %.4f, now %.4f",
        changes.earlier().at(),
        changes.earlier().parserVersion(),
        changes.earlier().share(),
        run.all().total().share());
    for (RunComparison.FieldChange change : changes.fields()) {
      line(
          "  %-52s %7.4f -> %7.4f  %+.4f",
          change.field(), change.before().share(), change.now().share(), change.gain());
    }
    addLocations("gained", changes.gained());
    addLocations("lost", changes.lost());
    if (!changes.complete()) {
      line("  incomplete: there are more misses than a run stores");
    }
  }

  private void addLocations(String title, List<MissLocation> locations) {
    line("  %s: %d", title, locations.size());
    locations.stream()
        .limit(MAX_LOCATIONS)
        .forEach(
            location ->
                line(
                    "    %s of %s, %s%s",
                    location.letter(),
                    location.rendering(),
                    location.field(),
                    item(location.item())));
  }

  private void addTotal() {
    FieldTally total = run.all().total();
    line("all fields %d / %d = %.4f", total.agreed(), total.compared(), total.share());
  }

  private static String item(int item) {
    return item == 0 ? "" : " of item " + item;
  }

  private static String truncate(String text) {
    return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS) + " …";
  }

  private static String share(OptionalDouble share) {
    return share.isPresent() ? String.format(Locale.ROOT, "%.4f", share.getAsDouble()) : "-";
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
