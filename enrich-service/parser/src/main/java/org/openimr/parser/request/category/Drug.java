package org.openimr.parser.request.category;

import java.util.List;
import org.openimr.parser.request.text.CsvTable;

/**
 * A drug and its names.
 *
 * @param name the generic name
 * @param drugClass its class in the scheme; empty if the scheme has no class for it
 * @param otherNames brands, combinations, salts
 * @param source source of these facts
 */
record Drug(String name, String drugClass, List<String> otherNames, String source) {

  /** All drugs of this library's table. */
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

  /** Name of the concept by which rules refer to the drug. */
  String concept() {
    return "drug:" + (drugClass.isEmpty() ? "other" : drugClass);
  }
}
