package org.openimr.parser.request.category;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openimr.parser.request.text.CsvTable;

/**
 * When a request is of a category. A rule fits where each of its needs is mentioned and none of the
 * concepts that rule it out; it stands where the first of its needs is mentioned.
 *
 * @param tier rules of an earlier tier decide before those of a later one
 * @param needs each an alternative of concepts
 * @param unless concepts that rule it out
 * @param category what it decides
 */
record CategoryRule(
    Tier tier, List<List<String>> needs, List<String> unless, TreatmentCategory category) {

  /** How much the words of a rule say about the treatment. */
  enum Tier {
    /** A treatment by its name. */
    TREATMENT,
    /** A general word: injection, evaluation, therapy. */
    GENERAL,
    /** Only a form: cream, tablet, unit. */
    FORM
  }

  /** All rules: by tier, within it in the file's order. */
  static List<CategoryRule> all() {
    return CsvTable.rows(CategoryRule.class, "rules.csv").stream()
        .map(CategoryRule::of)
        .sorted(Comparator.comparing(CategoryRule::tier))
        .toList();
  }

  private static CategoryRule of(Map<String, String> row) {
    return new CategoryRule(
        Tier.valueOf(row.get("tier").toUpperCase(Locale.ROOT)),
        Arrays.stream(row.get("needs").split(" \\+ "))
            .map(need -> List.of(need.split(" or ")))
            .toList(),
        CsvTable.splitList(row.get("unless")),
        new TreatmentCategory(
            row.get("category"),
            Optional.of(row.get("subcategory")).filter(name -> !name.isEmpty()),
            row.get("rule")));
  }
}
