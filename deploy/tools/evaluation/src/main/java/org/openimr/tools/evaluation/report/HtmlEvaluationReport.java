package org.openimr.tools.evaluation.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.openimr.cli.html.HtmlText;
import org.openimr.tools.evaluation.score.EvaluationResult;
import org.openimr.tools.evaluation.score.FieldTally;
import org.openimr.tools.evaluation.score.RunComparison;

/**
 * Renders an evaluation as a self-contained HTML page, which warns that it shows text of letters.
 */
public final class HtmlEvaluationReport {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>Accuracy of the letter parser</title>
      <style>
      %s</style>
      </head>
      <body>
      <header>
      <h1>Accuracy of the letter parser</h1>
      <p class="soft">%s · parser version %s</p>
      <p class="notice">This page shows text of letters, which is health data. Protect it like the letters.</p>
      </header>
      <main>
      %s</main>
      </body>
      </html>
      """;

  private final StringBuilder main = new StringBuilder();
  private final EvaluationResult run;

  private HtmlEvaluationReport(EvaluationResult run) {
    this.run = run;
  }

  public static void write(Path file, EvaluationResult run, Optional<RunComparison> changes)
      throws IOException {
    Files.writeString(file, render(run, changes), UTF_8);
  }

  static String render(EvaluationResult run, Optional<RunComparison> changes) {
    HtmlEvaluationReport report = new HtmlEvaluationReport(run);
    report.addTiles();
    report.addSection("Documents", HtmlScoreTables.outcomes(run.outcomes()));
    changes.ifPresent(
        comparison ->
            report.addSection(
                "Gains and losses", HtmlRunComparison.render(comparison, run.all().total())));
    report.addSection("Fields", HtmlScoreTables.fields(run.all()));
    if (run.renderings().size() > 1) {
      report.addSection("Renderings", HtmlScoreTables.renderings(run));
    }
    report.addSection("Misses", HtmlMisses.render(run));
    if (!run.deadLetters().isEmpty()) {
      report.addSection("Dead letters", HtmlScoreTables.deadLetters(run));
    }
    report.addSection("Treatment categories", HtmlScoreTables.categories(run.coverage()));
    return PAGE.formatted(
        style(),
        run.evaluatedAt().truncatedTo(ChronoUnit.SECONDS),
        HtmlText.escape(run.parserVersion()),
        report.main);
  }

  private void addTiles() {
    FieldTally total = run.all().total();
    main.append("<dl class=\"tiles\">\n");
    addTile(
        "Correct fields",
        HtmlFragments.percent(total.share()),
        total.agreed() + " of " + total.compared());
    addTile(
        "Letters",
        Integer.toString(run.letters()),
        run.renderings().size() == 1 ? "one rendering" : run.renderings().size() + " renderings");
    addTile("Dead letters", Integer.toString(run.deadLetters().size()), "of these letters");
    addTile(
        "Requests with a category",
        HtmlFragments.percent(run.coverage().share()),
        run.coverage().categorized() + " of " + run.coverage().requests());
    main.append("</dl>\n");
    if (run.unlabelled() + run.withoutLetter().size() > 0) {
      main.append(
          "<p class=\"soft\">%d letters have no label and were not parsed; %d labels have no letter.</p>%n"
              .formatted(run.unlabelled(), run.withoutLetter().size()));
    }
  }

  private void addTile(String name, String value, String remark) {
    main.append(
        "<div class=\"tile\"><dt>%s</dt><dd>%s<small>%s</small></dd></div>%n"
            .formatted(name, value, remark));
  }

  private void addSection(String title, String content) {
    main.append("<section><h2>").append(title).append("</h2>\n").append(content);
    main.append("</section>\n");
  }

  private static String style() {
    try (InputStream css = HtmlEvaluationReport.class.getResourceAsStream("report.css")) {
      return new String(css.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("report.css is missing from the JAR", e);
    }
  }
}
