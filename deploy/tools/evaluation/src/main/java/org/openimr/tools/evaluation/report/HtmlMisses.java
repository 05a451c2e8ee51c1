package org.openimr.tools.evaluation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.tools.evaluation.comparison.FieldResult;
import org.openimr.tools.evaluation.score.EvaluationResult;
import org.openimr.tools.evaluation.score.EvaluationResult.Miss;
import org.openimr.tools.evaluation.score.FieldOrder;

/** The misses of each field, expected and got side by side. */
final class HtmlMisses {
  private record Same(String letter, FieldResult verdict) {}

  private HtmlMisses() {}

  static String render(EvaluationResult run) {
    Map<String, Map<Same, List<String>>> fields = new TreeMap<>(FieldOrder.AS_IN_A_LETTER);
    for (Miss miss : run.misses()) {
      fields
          .computeIfAbsent(miss.verdict().field(), field -> new LinkedHashMap<>())
          .computeIfAbsent(new Same(miss.letter(), miss.verdict()), same -> new ArrayList<>())
          .add(miss.rendering());
    }
    StringBuilder html = new StringBuilder();
    fields.forEach((field, misses) -> html.append(field(field, misses)));
    if (run.missesLeftOut() > 0) {
      html.append(
          "<p>%d more are left out, %d a field are shown.</p>"
              .formatted(run.missesLeftOut(), EvaluationResult.MISSES_A_FIELD));
    }
    return html.isEmpty() ? "<p>None.</p>" : html.toString();
  }

  private static String field(String field, Map<Same, List<String>> misses) {
    StringBuilder rows = new StringBuilder();
    misses.forEach((same, renderings) -> rows.append(row(same, renderings)));
    int count = misses.values().stream().mapToInt(List::size).sum();
    return """
        <details open><summary>%s <span class="soft">%d</span></summary><div class="scroll">
        <table class="misses"><thead><tr><th scope="col" class="text">letter</th>
        <th scope="col" class="text">expected</th><th scope="col" class="text">got</th></tr></thead>
        <tbody>%s</tbody></table></div></details>
        """
        .formatted(HtmlFragments.field(field), count, rows);
  }

  private static String row(Same same, List<String> renderings) {
    FieldResult verdict = same.verdict();
    String item = verdict.item() == 0 ? "" : ", item " + verdict.item();
    return """
        <tr><th scope="row">%s%s<br><small class="soft">%s</small></th><td class="text">%s</td><td class="text">%s</td></tr>
        """
        .formatted(
            HtmlFragments.text(same.letter()),
            item,
            HtmlFragments.text(String.join(", ", renderings)),
            HtmlFragments.markDifferences(verdict.expected(), verdict.got()),
            HtmlFragments.markDifferences(verdict.got(), verdict.expected()));
  }
}
