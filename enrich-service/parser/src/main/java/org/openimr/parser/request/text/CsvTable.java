package org.openimr.parser.request.text;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Reads CSV tables with a heading line, which people edit and which lie beside a class. */
public final class CsvTable {
  private static final CsvSchema WITH_HEADER = CsvSchema.emptySchema().withHeader();

  private CsvTable() {}

  /**
   * The rows of a table.
   *
   * @param owner the class beside which the table lies
   * @param name the file name of the table
   * @throws UncheckedIOException if there is no such table or it is not CSV: the build is broken
   */
  public static List<Map<String, String>> rows(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name);
        MappingIterator<Map<String, String>> rows =
            new CsvMapper().readerForMapOf(String.class).with(WITH_HEADER).readValues(in)) {
      return List.copyOf(rows.readAll());
    } catch (IOException e) {
      throw new UncheckedIOException("Table " + name, e);
    }
  }

  /** A cell that lists several things, parted by bars. */
  public static List<String> splitList(String cell) {
    return cell.isBlank() ? List.of() : List.of(cell.split("\\|"));
  }
}
