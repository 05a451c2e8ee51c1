package org.openimr.parser.request.text;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the CSV tables that are resources of this library. The first line holds the columns. */
public final class CsvTable {
  private CsvTable() {}

  /**
   * A row of a table.
   *
   * @param cells cells by column
   */
  public record Row(Map<String, String> cells) {
    /**
     * Returns the cell of a column.
     *
     * @throws NullPointerException if the table does not have the column
     */
    public String get(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }
  }

  /**
   * Reads the rows of a table.
   *
   * @param owner a class of the package that holds the table
   * @param name file name of the table
   * @throws UncheckedIOException if the table cannot be read
   * @throws de.siegmar.fastcsv.reader.CsvParseException if the table is not CSV
   */
  public static List<Row> rows(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
      return rows.stream().map(row -> new Row(row.getFieldsAsMap())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read table " + name, e);
    }
  }

  /** Splits a cell that holds a list separated by {@code |}. */
  public static List<String> splitList(String cell) {
    return cell.isBlank() ? List.of() : List.of(cell.split("\\|"));
  }
}
