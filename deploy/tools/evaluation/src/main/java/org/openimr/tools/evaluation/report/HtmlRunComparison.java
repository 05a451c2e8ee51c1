package org.openimr.tools.evaluation.report;

import java.util.List;
import java.util.Locale;
import org.openimr.cli.html.HtmlText;
import org.openimr.tools.evaluation.score.FieldTally;
import org.openimr.tools.evaluation.score.RunComparison;
import org.openimr.tools.evaluation.score.RunComparison.FieldChange;
import org.openimr.tools.evaluation.score.SavedEvaluation.MissLocation;

/** Renders gains and losses compared with an earlier run. */
final class HtmlRunComparison {
  private HtmlRunComparison() {}

  static String render(RunComparison changes, FieldTally now) {
    StringBuilder rows = new StringBuilder();
    for (FieldChange change : changes.fields()) {
      rows.append(row(change));
    }
    return """
    <div class="scroll"><table><caption>Compared with the run of %s, parser version %s: %s before, %s
    now.</caption><thead><tr><th scope="col" class="text">field</th><th scope="col">before</th>
    <th scope="col">now</th><th scope="col">gain or loss</th></tr></thead>
    <tbody>%s</tbody></table></div>
    %s%s%s
    """
        .formatted(
            HtmlText.escape(changes.earlier().at()),
            HtmlText.escape(changes.earlier().parserVersion()),
            HtmlFragments.percent(changes.earlier().share()),
            HtmlFragments.percent(now.share()),
            rows.isEmpty()
                ? "<tr><td colspan=\"4\" class=\"text\">No field changed.</td></tr>"
                : rows,
            locations("Correct now, wrong before", changes.gained()),
            locations("Wrong now, correct before", changes.lost()),
            changes.complete()
                ? ""
                : "<p>Incomplete: there are more misses than a run stores.</p>");
  }

  private static String row(FieldChange change) {
    double points = change.gain() * 100;
    return """
    <tr><th scope="row">%s</th><td>%s</td><td>%s</td><td class="%s">%s</td></tr>
    """
        .formatted(
            HtmlFragments.field(change.field()),
            HtmlFragments.percent(change.before().share()),
            HtmlFragments.percent(change.now().share()),
            points < 0 ? "loss" : points > 0 ? "gain" : "",
            String.format(Locale.ROOT, "%+.2f", points));
  }

  private static String locations(String title, List<MissLocation> locations) {
    StringBuilder rows = new StringBuilder();
    for (MissLocation location : locations) {
      rows.append(
          """
          <tr><th scope="row">%s%s</th><td class="text">%s</td><td class="text">%s</td></tr>
          """
              .formatted(
                  HtmlText.escape(location.letter()),
                  location.item() == 0 ? "" : ", item " + location.item(),
                  HtmlText.escape(location.rendering()),
                  HtmlFragments.field(location.field())));
    }
    return """
    <details><summary>%s <span class="soft">%d</span></summary><div class="scroll"><table>
    <thead><tr><th scope="col" class="text">letter</th><th scope="col" class="text">rendering</th>
    <th scope="col" class="text">field</th></tr></thead><tbody>%s</tbody></table></div></details>
    """
        .formatted(title, locations.size(), rows);
  }
}
