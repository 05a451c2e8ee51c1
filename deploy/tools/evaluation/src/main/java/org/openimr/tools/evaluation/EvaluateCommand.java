package org.openimr.tools.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openimr.cli.console.ExitCode;
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
      "Parse letters and compare them with their labels: each document as a whole, then field by"
          + " field.",
      "",
      "A document is right if all facts of its letters are; loud if facts differ and a warning says"
          + " that there is a doubt; refused if it became a dead letter; silent if facts differ and"
          + " nothing says so. The first table counts these by variant (imr generate --variant).",
      "",
      "A letter belongs to the label with the same file name without extension. Each subdirectory"
          + " of DIR is reported as a separate rendering, with PDFs and texts apart. The format of"
          + " labels is described in deploy/tools/evaluation/LABELS.md.",
      ""
    },
    footer = {
      "",
      "Misses show text of letters, which is health data: protect an HTML report and the output of"
          + " --misses like the letters. The JSON file contains file names, but no other text.",
      "",
      "Examples:",
      "  imr evaluate --letters letters --labels labels",
      "  imr evaluate --letters letters --labels labels --min 0.99 --against before.json",
      "  imr evaluate --letters documents --labels labels --max-silent 5",
      "",
      "Exit codes: 0 on success; 1 if more than --max-silent documents are silent or the share is"
          + " below --min; 2 if an input is invalid."
    })
public final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--letters",
      required = true,
      paramLabel = "DIR",
      description = "Directory of PDFs and texts.")
  private Path letters;

  @Option(
      names = "--labels",
      required = true,
      paramLabel = "DIR",
      description = "Directory with one JSON file per letter.")
  private Path labels;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "Compare with the --json file of an earlier run.")
  private @Nullable Path against;

  @Option(
      names = "--min",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Minimum share of correct fields, 0 to 1. Default: ${DEFAULT-VALUE}.")
  private double min;

  @Option(
      names = "--max-silent",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Maximum number of documents with wrong facts and no warning. Default: ${DEFAULT-VALUE}.")
  private int maxSilent;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the scores.")
  private @Nullable Path json;

  @Option(names = "--html", paramLabel = "FILE", description = "Write a report with all misses.")
  private @Nullable Path html;

  @Option(
      names = "--misses",
      paramLabel = "N",
      defaultValue = "0",
      description = "Print the first N misses. Default: ${DEFAULT-VALUE}.")
  private int misses;

  @Override
  public Integer call() {
    if (!(min >= 0 && min <= 1)) {
      throw invalid("--min must be between 0 and 1");
    }
    try {
      Optional<SavedEvaluation> earlier =
          against == null ? Optional.empty() : Optional.of(SavedEvaluation.read(against));
      EvaluationResult run = evaluate();
      report(run, earlier);
      boolean isSilent = run.outcomes().silent().size() > maxSilent;
      boolean isBelow = run.all().total().share() < min;
      return isSilent || isBelow ? ExitCode.FINDINGS : ExitCode.OK;
    } catch (InvalidInputException e) {
      throw invalid(String.valueOf(e.getMessage()));
    } catch (IOException | UncheckedIOException e) {
      throw invalid("reading or writing failed: " + e.getMessage());
    }
  }

  private EvaluationResult evaluate() throws IOException, InvalidInputException {
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

  private ParameterException invalid(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
