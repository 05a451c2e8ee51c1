package org.openimr.parser.request.category;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openimr.parser.request.text.CsvTable;

/**
 * A rule that assigns a category. It matches a request that mentions each of its needs and none of
 * its exclusions; its position is that of the first need that is mentioned.
 *
 * @param tier rules of an earlier tier decide before those of a later one
 * @param needs each a list of alternative concepts
 * @param unless concepts that exclude the rule
 * @param category the category that it assigns
 */
record CategoryRule(
    Tier tier, List<List<String>> needs, List<String> unless, TreatmentCategory category) {

  /** How specific the words of a rule are. */
  enum Tier {
    /** Names a treatment. */
    TREATMENT,
    /** A general word: injection, evaluation, therapy. */
    GENERAL,
    /** Names only a form: cream, tablet, unit. */
    FORM
  }

  /** All rules, by tier and then in the order of the file. */
  static List<CategoryRule> all() {
    return CsvTable.rows(CategoryRule.class, "rules.csv").stream()
        .map(CategoryRule::of)
        .sorted(Comparator.comparing(CategoryRule::tier))
        .toList();
  }

  private static CategoryRule of(CsvTable.Row row) {
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
