package org.openimr.parser.request.category;

import java.util.List;
import java.util.Optional;
import org.openimr.parser.request.text.CsvTable;

/**
 * A row of the search form of the Division of Workers' Compensation with its normalized name.
 *
 * @param printedLabel the row as the form prints it
 * @param category its category; duplicates and typing errors are mapped to one name
 * @param subcategory its subcategory, which is the class for drugs; empty on the row of a whole
 *     category
 * @param note reason why the normalized name differs from the printed one; empty if it does not
 */
public record DwcCategory(
    String printedLabel, String category, Optional<String> subcategory, String note) {

  /** All rows in the order of the form. */
  public static List<DwcCategory> all() {
    return CsvTable.rows(DwcCategory.class, "scheme.csv").stream()
        .map(
            row ->
                new DwcCategory(
                    row.get("printed_label"),
                    row.get("category"),
                    Optional.of(row.get("subcategory")).filter(name -> !name.isEmpty()),
                    row.get("note")))
        .toList();
  }
}
