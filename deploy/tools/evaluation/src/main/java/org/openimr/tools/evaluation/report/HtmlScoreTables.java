package org.openimr.tools.evaluation.report;

import java.util.Locale;
import java.util.Map;
import org.openimr.cli.html.HtmlText;
import org.openimr.tools.evaluation.score.CategoryCoverage;
import org.openimr.tools.evaluation.score.DocumentOutcome;
import org.openimr.tools.evaluation.score.DocumentOutcomes;
import org.openimr.tools.evaluation.score.EvaluationResult;
import org.openimr.tools.evaluation.score.EvaluationResult.RejectedLetter;
import org.openimr.tools.evaluation.score.EvaluationResult.RenderingScores;
import org.openimr.tools.evaluation.score.FieldScores;
import org.openimr.tools.evaluation.score.FieldTally;

/** Renders the tables of the report. */
final class HtmlScoreTables {
  private static final double NEAR_PERFECT = 0.99;

  private HtmlScoreTables() {}

  /** One row per variant. */
  static String outcomes(DocumentOutcomes outcomes) {
    StringBuilder rows = new StringBuilder();
    outcomes.byVariant().forEach((variant, counts) -> rows.append(outcomeRow("", variant, counts)));
    rows.append(outcomeRow(" class=\"total\"", "all documents", outcomes.all()));
    return """
    <div class="scroll"><table>
    <caption>Right: the facts of all letters. Loud: other facts and a warning. Refused: a dead
    letter. Silent: other facts without a warning.</caption>
    <thead><tr><th scope="col" class="text">variant</th><th scope="col">right</th>
    <th scope="col">loud</th><th scope="col">refused</th><th scope="col">silent</th></tr></thead>
    <tbody>%s</tbody></table></div>
    """
        .formatted(rows);
  }

  private static String outcomeRow(
      String attributes, String variant, Map<DocumentOutcome, Integer> counts) {
    StringBuilder cells = new StringBuilder();
    DocumentOutcomes.cells(counts).forEach(n -> cells.append("<td>").append(n).append("</td>"));
    return "<tr%s><th scope=\"row\">%s</th>%s</tr>%n"
        .formatted(attributes, HtmlText.escape(variant), cells);
  }

  /** One row with a bar per field. */
  static String fields(FieldScores scores) {
    StringBuilder rows = new StringBuilder();
    scores
        .byField()
        .forEach((field, tally) -> rows.append(row("", HtmlFragments.field(field), tally)));
    rows.append(row(" class=\"total\"", "all fields", scores.total()));
    return """
    <div class="scroll"><table>
    <caption>Share: fields that match their label, including fields without a value.
    Precision: share of the found values. Recall: share of the labelled values.</caption>
    <thead><tr><th scope="col" class="text">field</th><th scope="col" class="text"><span
    class="key right"></span> correct <span class="key wrong"></span> wrong</th>
    <th scope="col">share</th><th scope="col">labelled</th><th scope="col">found</th>
    <th scope="col">correct</th><th scope="col">precision</th><th scope="col">recall</th></tr></thead>
    <tbody>%s</tbody></table></div>
    """
        .formatted(rows);
  }

  private static String row(String attributes, String name, FieldTally tally) {
    return """
    <tr%s><th scope="row">%s</th>%s<td>%s</td><td>%d</td><td>%d</td><td>%d</td><td>%s</td><td>%s</td></tr>
    """
        .formatted(
            attributes,
            name,
            bar(tally.share()),
            HtmlFragments.percent(tally.share()),
            tally.labelled(),
            tally.found(),
            tally.correct(),
            HtmlFragments.percent(tally.precision()),
            HtmlFragments.percent(tally.recall()));
  }

  /** Decorative: the value is in the next cell. */
  private static String bar(double share) {
    return "<td class=\"bar\" aria-hidden=\"true\"><div>"
        + part("right", share)
        + part("wrong", 1 - share)
        + "</div></td>";
  }

  private static String part(String cssClass, double share) {
    return share > 0
        ? String.format(Locale.ROOT, "<i class=\"%s\" style=\"flex:%.5f\"></i>", cssClass, share)
        : "";
  }

  /** One row per field and one column per rendering. */
  static String renderings(EvaluationResult run) {
    StringBuilder heads = new StringBuilder();
    run.renderings()
        .forEach(
            (name, rendering) ->
                heads.append(
                    "<th scope=\"col\">%s<br><small>%d letters</small></th>"
                        .formatted(HtmlFragments.path(name), rendering.letters().size())));
    StringBuilder rows = new StringBuilder();
    for (String field : run.all().byField().keySet()) {
      rows.append("<tr><th scope=\"row\">").append(HtmlFragments.field(field)).append("</th>");
      run.renderings().values().forEach(rendering -> rows.append(cell(rendering, field)));
      rows.append("</tr>\n");
    }
    rows.append("<tr class=\"total\"><th scope=\"row\">all fields</th>");
    run.renderings().values().forEach(r -> rows.append(cell(r.scores().total())));
    return """
    <div class="scroll"><table class="heat"><caption>Share of correct values per field.</caption>
    <thead><tr><th scope="col" class="text">field</th>%s</tr></thead>
    <tbody>%s</tr></tbody></table></div>
    """
        .formatted(heads, rows);
  }

  private static String cell(RenderingScores rendering, String field) {
    return cell(rendering.scores().byField().getOrDefault(field, FieldTally.NONE));
  }

  private static String cell(FieldTally tally) {
    if (tally.compared() == 0) {
      return "<td>–</td>";
    }
    String tint = tally.share() == 1 ? "perfect" : tally.share() >= NEAR_PERFECT ? "near" : "low";
    return "<td class=\"%s\">%s</td>".formatted(tint, HtmlFragments.percent(tally.share()));
  }

  /** One row per dead letter. */
  static String deadLetters(EvaluationResult run) {
    StringBuilder rows = new StringBuilder();
    for (RejectedLetter dead : run.deadLetters()) {
      rows.append(
          """
          <tr><th scope="row">%s</th><td class="text">%s</td><td class="text"><code>%s</code></td><td class="text"><code>%s</code></td><td class="text">%s</td></tr>
          """
              .formatted(
                  HtmlText.escape(dead.letter()),
                  HtmlText.escape(dead.rendering()),
                  HtmlText.escape(dead.code()),
                  HtmlText.escape(dead.field()),
                  HtmlText.escape(dead.message())));
    }
    return """
    <div class="scroll"><table><caption>Letters with a label that became dead letters; all their fields
    count as wrong.</caption><thead><tr><th scope="col" class="text">letter</th>
    <th scope="col" class="text">rendering</th><th scope="col" class="text">code</th>
    <th scope="col" class="text">field</th><th scope="col" class="text">reason</th></tr></thead>
    <tbody>%s</tbody></table></div>
    """
        .formatted(rows);
  }

  /** One row per rule. */
  static String categories(CategoryCoverage coverage) {
    StringBuilder rows = new StringBuilder();
    coverage.byRule().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(
            rule -> {
              double share = (double) rule.getValue() / coverage.requests();
              rows.append(
                  "<tr><th scope=\"row\"><code>%s</code></th>%s<td>%s</td><td>%d</td></tr>%n"
                      .formatted(
                          HtmlText.escape(rule.getKey()),
                          "<td class=\"bar\" aria-hidden=\"true\"><div>%s%s</div></td>"
                              .formatted(part("some", share), part("rest", 1 - share)),
                          HtmlFragments.percent(share),
                          rule.getValue()));
            });
    return """
    <div class="scroll"><table><caption>%d of %d requests have a category.</caption>
    <thead><tr><th scope="col" class="text">decided by</th><th scope="col" class="text">requests</th>
    <th scope="col">share</th><th scope="col">count</th></tr></thead><tbody>%s</tbody></table></div>
    """
        .formatted(coverage.categorized(), coverage.requests(), rows);
  }
}
