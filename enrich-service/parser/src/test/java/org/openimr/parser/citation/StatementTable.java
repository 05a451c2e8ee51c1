package org.openimr.parser.citation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.GuidelineBasis;

/**
 * Reads tables of statements and their expected parse results, which domain experts can extend. The
 * header of {@code schedule.table} formats the format.
 */
final class StatementTable {
  private StatementTable() {}

  /** A statement and the lines that format its expected basis. */
  record Row(Optional<LocalDate> asOf, String statement, List<String> expected) {
    @Override
    public String toString() {
      return statement;
    }
  }

  static List<Row> read(String name) {
    try (InputStream in = StatementTable.class.getResourceAsStream(name)) {
      return rows(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Row> rows(String table) {
    List<Row> rows = new ArrayList<>();
    for (String line : table.lines().toList()) {
      if (line.startsWith("  ")) {
        rows.getLast().expected().add(line.strip());
      } else if (line.startsWith("@")) {
        LocalDate asOf = LocalDate.parse(line.substring(1, 11));
        rows.add(new Row(Optional.of(asOf), line.substring(12), new ArrayList<>()));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(new Row(Optional.empty(), line, new ArrayList<>()));
      }
    }
    return rows;
  }

  /** Formats a basis like the lines of a table. */
  static List<String> format(GuidelineBasis basis) {
    return Stream.concat(
            Stream.of(basis.kind().name()), basis.citations().stream().map(StatementTable::format))
        .toList();
  }

  private static String format(Citation citation) {
    Citation.Quoted printed = citation.printed();
    Citation.Resolved resolved = citation.resolved();
    String topics =
        resolved.topicIds().stream()
            .map(id -> " " + id.substring(id.indexOf('#')))
            .collect(Collectors.joining());
    return String.join(
        " | ",
        resolved.authority().name(),
        resolved.document().orElse("-"),
        printed.edition().orElse("-"),
        orDash(String.join(" + ", printed.sections())),
        orDash(
            printed.pages().stream().map(StatementTable::format).collect(Collectors.joining(" "))),
        resolved.guidelineId().orElse("-") + topics,
        resolved.resolution().name(),
        resolved.standing().map(Enum::name).orElse("-"));
  }

  private static String format(Citation.Pages pages) {
    return pages.first() == pages.last()
        ? String.valueOf(pages.first())
        : pages.first() + "-" + pages.last();
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "-" : text;
  }
}
