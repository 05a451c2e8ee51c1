package org.openimr.tools.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openimr.tools.evaluation.input.InvalidInputException;
import org.openimr.tools.evaluation.report.HtmlEvaluationReport;
import org.openimr.tools.evaluation.report.TextEvaluationReport;
import org.openimr.tools.evaluation.score.EvaluationResult;
import org.openimr.tools.evaluation.score.RunComparison;
import org.openimr.tools.evaluation.score.SavedEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code imr evaluate}. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads letters and compares them with their labels, field by field.",
      "",
      "A letter belongs to the label of the same name without ending. Each folder below DIR, and"
          + " in it PDFs and texts apart, is a rendering with a table of its own. The form of"
          + " labels is described in deploy/tools/evaluation/LABELS.md.",
      ""
    },
    footer = {
      "",
      "Misses show text of the letters, which is health data: keep an HTML report, and what"
          + " --misses prints, as you keep the letters. The JSON file holds none but file names.",
      "",
      "Examples:",
      "  imr evaluate --letters letters --labels labels",
      "  imr evaluate --letters letters --labels labels --min 0.99 --against before.json",
      "",
      "Exit code: 0; 1 if less than --min is right; 2 if something given can't be used."
    })
public final class EvaluateCommand implements Callable<Integer> {
  private static final int BELOW_MINIMUM = 1;

  @Spec private CommandSpec spec;

  @Option(names = "--letters", required = true, paramLabel = "DIR", description = "PDFs and texts")
  private Path letters;

  @Option(
      names = "--labels",
      required = true,
      paramLabel = "DIR",
      description = "one JSON a letter")
  private Path labels;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "an earlier run's --json: shows gains and losses")
  private Path against;

  @Option(
      names = "--min",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "least share of fields that are right, 0 to 1")
  private double min;

  @Option(names = "--json", paramLabel = "FILE", description = "writes the figures")
  private Path json;

  @Option(names = "--html", paramLabel = "FILE", description = "writes a report with the misses")
  private Path html;

  @Option(
      names = "--misses",
      paramLabel = "N",
      defaultValue = "0",
      description = "prints the first N misses")
  private int misses;

  @Override
  public Integer call() {
    if (!(min >= 0 && min <= 1)) {
      throw unusable("--min is a share from 0 to 1");
    }
    try {
      Optional<SavedEvaluation> earlier =
          against == null ? Optional.empty() : Optional.of(SavedEvaluation.read(against));
      EvaluationResult run = evaluated();
      report(run, earlier);
      return run.all().total().share() < min ? BELOW_MINIMUM : 0;
    } catch (InvalidInputException e) {
      throw unusable(e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      throw unusable("can't be read or written: " + e.getMessage());
    }
  }

  private EvaluationResult evaluated() throws IOException, InvalidInputException {
    LetterFolderEvaluator evaluator = LetterFolderEvaluator.of(letters, labels);
    try (EvaluationProgress progress = new EvaluationProgress(evaluator.letterCount())) {
      return evaluator.run(progress);
    }
  }

  private void report(EvaluationResult run, Optional<SavedEvaluation> earlier) throws IOException {
    SavedEvaluation saved = SavedEvaluation.of(run);
    Optional<RunComparison> changes = earlier.map(before -> RunComparison.between(before, saved));
    if (json != null) {
      saved.write(json);
    }
    if (html != null) {
      HtmlEvaluationReport.write(html, run, changes);
    }
    spec.commandLine().getOut().print(TextEvaluationReport.render(run, changes, misses));
    spec.commandLine().getOut().flush();
  }

  private ParameterException unusable(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
