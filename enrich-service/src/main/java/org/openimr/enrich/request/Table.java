package org.openimr.enrich.request;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The tables beside this class: CSV with a heading line, edited by people. */
final class Table {
  private static final CsvSchema WITH_HEADING = CsvSchema.emptySchema().withHeader();

  private Table() {}

  /**
   * @throws UncheckedIOException if there is no such table or it is not CSV: the build is broken
   */
  static List<Map<String, String>> rows(String name) {
    try (InputStream in = Table.class.getResourceAsStream(name);
        MappingIterator<Map<String, String>> rows =
            new CsvMapper().readerForMapOf(String.class).with(WITH_HEADING).readValues(in)) {
      return List.copyOf(rows.readAll());
    } catch (IOException e) {
      throw new UncheckedIOException("Table " + name, e);
    }
  }

  /** A cell that lists several things, parted by bars. */
  static List<String> list(String cell) {
    return cell.isBlank() ? List.of() : List.of(cell.split("\\|"));
  }
}
