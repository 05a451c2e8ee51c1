package org.openimr.sink.lake.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An example query.
 *
 * @param name the name on the command line
 * @param description the result of the query, from the first line of its file
 * @param sql in the SQL dialect of DuckDB
 */
public record ExampleQuery(String name, String description, String sql) {
  private static final List<String> NAMES =
      List.of(
          "outcomes-by-category",
          "outcomes-by-month",
          "outcomes-by-specialty",
          "most-cited-guidelines",
          "cases-by-warning",
          "revised-cases",
          "removed-items",
          "newest-rows");

  /** All example queries. */
  public static List<ExampleQuery> all() {
    return NAMES.stream().map(ExampleQuery::read).toList();
  }

  /** Returns the query with a name, if it exists. */
  public static Optional<ExampleQuery> byName(String name) {
    return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
  }

  private static ExampleQuery read(String name) {
    try (InputStream file = ExampleQuery.class.getResourceAsStream("examples/" + name + ".sql")) {
      String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      String description = sql.lines().findFirst().orElse("").replaceFirst("^--\\s*", "");
      return new ExampleQuery(name, description, sql);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
