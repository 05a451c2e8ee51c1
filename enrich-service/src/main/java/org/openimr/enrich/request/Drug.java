package org.openimr.enrich.request;

import java.util.List;

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
    return Table.rows("drugs.csv").stream()
        .map(
            row ->
                new Drug(
                    row.get("drug"),
                    row.get("class"),
                    Table.list(row.get("other_names")),
                    row.get("source")))
        .toList();
  }

  /** The concept that rules know the drug by. */
  String concept() {
    return "drug:" + (drugClass.isEmpty() ? "other" : drugClass);
  }
}
