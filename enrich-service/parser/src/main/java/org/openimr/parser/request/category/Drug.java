package org.openimr.parser.request.category;

import java.util.List;
import org.openimr.parser.request.text.CsvTable;

/**
 * A drug and what it is called.
 *
 * @param name the generic name
 * @param drugClass its class in the scheme, empty where the scheme has none for it
 * @param otherNames brands, combinations, salts
 * @param source where the fact is from
 */
record Drug(String name, String drugClass, List<String> otherNames, String source) {

  /** All drugs of the project's list. */
  static List<Drug> all() {
    return CsvTable.rows(Drug.class, "drugs.csv").stream()
        .map(
            row ->
                new Drug(
                    row.get("drug"),
                    row.get("class"),
                    CsvTable.splitList(row.get("other_names")),
                    row.get("source")))
        .toList();
  }

  /** The concept that rules know the drug by. */
  String concept() {
    return "drug:" + (drugClass.isEmpty() ? "other" : drugClass);
  }
}
