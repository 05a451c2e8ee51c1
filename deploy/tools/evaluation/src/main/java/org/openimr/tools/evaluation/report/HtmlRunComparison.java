package org.openimr.tools.evaluation.report;

import java.util.List;
import java.util.Locale;
import org.openimr.tools.evaluation.score.FieldTally;
import org.openimr.tools.evaluation.score.RunComparison;
import org.openimr.tools.evaluation.score.RunComparison.FieldChange;
import org.openimr.tools.evaluation.score.SavedEvaluation.MissLocation;

/** Gains and losses against an earlier run. */
final class HtmlRunComparison {
  private HtmlRunComparison() {}

  static String render(RunComparison changes, FieldTally now) {
    StringBuilder rows = new StringBuilder();
    for (FieldChange change : changes.fields()) {
      rows.append(row(change));
    }
    return """
        <div class="scroll"><table><caption>Against the run of %s, parser version %s: %s before, %s
        now.</caption><thead><tr><th scope="col" class="text">field</th><th scope="col">before</th>
        <th scope="col">now</th><th scope="col">gain or loss</th></tr></thead>
        <tbody>%s</tbody></table></div>
        %s%s%s
        """
        .formatted(
            HtmlFragments.text(changes.earlier().at()),
            HtmlFragments.text(changes.earlier().parserVersion()),
            HtmlFragments.percent(changes.earlier().share()),
            HtmlFragments.percent(now.share()),
            rows.isEmpty()
                ? "<tr><td colspan=\"4\" class=\"text\">No field changed.</td></tr>"
                : rows,
            places("Right now, wrong before", changes.gained()),
            places("Wrong now, right before", changes.lost()),
            changes.complete()
                ? ""
                : "<p>These are not all: there are more misses than are kept.</p>");
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

  private static String places(String title, List<MissLocation> places) {
    StringBuilder rows = new StringBuilder();
    for (MissLocation place : places) {
      rows.append(
          """
          <tr><th scope="row">%s%s</th><td class="text">%s</td><td class="text">%s</td></tr>
          """
              .formatted(
                  HtmlFragments.text(place.letter()),
                  place.item() == 0 ? "" : ", item " + place.item(),
                  HtmlFragments.text(place.rendering()),
                  HtmlFragments.field(place.field())));
    }
    return """
        <details><summary>%s <span class="soft">%d</span></summary><div class="scroll"><table>
        <thead><tr><th scope="col" class="text">letter</th><th scope="col" class="text">rendering</th>
        <th scope="col" class="text">field</th></tr></thead><tbody>%s</tbody></table></div></details>
        """
        .formatted(title, places.size(), rows);
  }
}
