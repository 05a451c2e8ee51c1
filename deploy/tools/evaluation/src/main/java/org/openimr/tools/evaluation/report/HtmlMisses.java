package org.openimr.tools.evaluation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.cli.html.HtmlText;
import org.openimr.tools.evaluation.comparison.FieldResult;
import org.openimr.tools.evaluation.score.EvaluationResult;
import org.openimr.tools.evaluation.score.EvaluationResult.Miss;
import org.openimr.tools.evaluation.score.FieldOrder;

/** Renders the misses of each field, with expected and actual values side by side. */
final class HtmlMisses {
  private record UniqueMiss(String letter, FieldResult result) {}

  private HtmlMisses() {}

  static String render(EvaluationResult run) {
    Map<String, Map<UniqueMiss, List<String>>> fields = new TreeMap<>(FieldOrder.LETTER_ORDER);
    for (Miss miss : run.misses()) {
      fields
          .computeIfAbsent(miss.result().field(), field -> new LinkedHashMap<>())
          .computeIfAbsent(
              new UniqueMiss(miss.letter(), miss.result()), unique -> new ArrayList<>())
          .add(miss.rendering());
    }
    StringBuilder html = new StringBuilder();
    fields.forEach((field, misses) -> html.append(field(field, misses)));
    if (run.missesLeftOut() > 0) {
      html.append(
          "<p>%d more are omitted; at most %d per field are shown.</p>"
              .formatted(run.missesLeftOut(), EvaluationResult.MAX_MISSES_PER_FIELD));
    }
    return html.isEmpty() ? "<p>None.</p>" : html.toString();
  }

  private static String field(String field, Map<UniqueMiss, List<String>> misses) {
    StringBuilder rows = new StringBuilder();
    misses.forEach((miss, renderings) -> rows.append(row(miss, renderings)));
    int count = misses.values().stream().mapToInt(List::size).sum();
    return """
    <details open><summary>%s <span class="soft">%d</span></summary><div class="scroll">
    <table class="misses"><thead><tr><th scope="col" class="text">letter</th>
    <th scope="col" class="text">expected</th><th scope="col" class="text">actual</th></tr></thead>
    <tbody>%s</tbody></table></div></details>
    """
        .formatted(HtmlFragments.field(field), count, rows);
  }

  private static String row(UniqueMiss miss, List<String> renderings) {
    FieldResult result = miss.result();
    String item = result.item() == 0 ? "" : ", item " + result.item();
    return """
    <tr><th scope="row">%s%s<br><small class="soft">%s</small></th><td class="text">%s</td><td class="text">%s</td></tr>
    """
        .formatted(
            HtmlText.escape(miss.letter()),
            item,
            HtmlText.escape(String.join(", ", renderings)),
            HtmlFragments.markDifferences(result.expected(), result.actual()),
            HtmlFragments.markDifferences(result.actual(), result.expected()));
  }
}
