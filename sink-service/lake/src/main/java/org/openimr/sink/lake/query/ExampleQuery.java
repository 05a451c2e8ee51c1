package org.openimr.sink.lake.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A ready query.
 *
 * @param name on the command line
 * @param meaning what it shows
 * @param sql in DuckDB's words
 */
public record ExampleQuery(String name, String description, String sql) {
  private static final List<String> NAMES =
      List.of(
          "outcomes-by-category",
          "outcomes-by-month",
          "outcomes-by-specialty",
          "most-cited-guidelines",
          "revised-cases",
          "removed-items",
          "newest-rows");

  /** All there are. */
  public static List<ExampleQuery> all() {
    return NAMES.stream().map(ExampleQuery::read).toList();
  }

  /** The one of a name. */
  public static Optional<ExampleQuery> byName(String name) {
    return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
  }

  private static ExampleQuery read(String name) {
    try (InputStream file = ExampleQuery.class.getResourceAsStream("examples/" + name + ".sql")) {
      String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      String meaning = sql.lines().findFirst().orElse("").replaceFirst("^--\\s*", "");
      return new ExampleQuery(name, meaning, sql);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
