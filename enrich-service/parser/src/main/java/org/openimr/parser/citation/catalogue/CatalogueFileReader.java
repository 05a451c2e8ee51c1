package org.openimr.parser.citation.catalogue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.Guideline.Confidence;
import org.openimr.parser.citation.model.Guideline.Topic;

/**
 * Reads a catalogue from its two files, {@code guidelines.csv} and {@code topics.csv}. Lists in a
 * cell are separated by {@code |}; an empty cell is an unknown fact.
 */
public final class CatalogueFileReader {
  private CatalogueFileReader() {}

  /** The catalogue that is part of this library. */
  public static Catalogue seedCatalogue() {
    return Catalogue.of(seedGuidelines());
  }

  /** The entries of that catalogue, in the order of the file. */
  public static List<Guideline> seedGuidelines() {
    try (InputStream guidelines = resource("guidelines.csv");
        InputStream topics = resource("topics.csv")) {
      return read(guidelines, topics);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    return CatalogueFileReader.class.getResourceAsStream(name);
  }

  /**
   * Reads entries from files with the same columns.
   *
   * @throws IOException if a file cannot be read or a row is invalid; the message names file, row
   *     and column
   */
  public static List<Guideline> read(InputStream guidelines, InputStream topics)
      throws IOException {
    Map<String, List<Topic>> topicsOf = new HashMap<>();
    for (Row row : rows(topics, "topics.csv")) {
      topicsOf.computeIfAbsent(row.text("guideline"), id -> new ArrayList<>()).add(topic(row));
    }
    List<Guideline> entries = new ArrayList<>();
    for (Row row : rows(guidelines, "guidelines.csv")) {
      List<Topic> own = topicsOf.remove(row.text("id"));
      entries.add(guideline(row, own == null ? List.of() : own));
    }
    if (!topicsOf.isEmpty()) {
      throw new IOException("topics.csv: topics of unknown guidelines: " + topicsOf.keySet());
    }
    return List.copyOf(entries);
  }

  private static Guideline guideline(Row row, List<Topic> topics) throws IOException {
    return new Guideline(
        row.text("id"),
        row.symbol("authority", Citation.Authority.class),
        row.text("title"),
        row.list("aliases"),
        row.optional("edition"),
        row.optional("publisher"),
        row.optional("regulation"),
        row.optional("regulation_title"),
        row.date("in_force_from"),
        row.date("in_force_to"),
        topics,
        row.optional("successor"),
        row.optional("source"),
        row.confidence("title_confidence"),
        row.confidence("period_confidence"));
  }

  private static Topic topic(Row row) throws IOException {
    return new Topic(
        row.text("id"),
        row.text("name"),
        row.list("aliases"),
        row.pages("first_page", "last_page"),
        row.confidence("name_confidence"),
        row.confidence("pages_confidence"),
        row.optional("source"));
  }

  private static List<Row> rows(InputStream file, String name) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> records =
        CsvReader.builder().allowMissingFields(true).ofNamedCsvRecord(file)) {
      for (NamedCsvRecord cells : records) {
        rows.add(new Row(name + " row " + (rows.size() + 2), cells.getFieldsAsMap()));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      throw new IOException(name + " row " + (rows.size() + 2) + ": invalid CSV", e);
    }
    return rows;
  }

  /**
   * A row of a file.
   *
   * @param location file and row number, for messages
   */
  private record Row(String location, Map<String, String> cells) {

    String text(String column) throws IOException {
      return optional(column).orElseThrow(() -> invalid(column));
    }

    Optional<String> optional(String column) {
      return Optional.ofNullable(cells.get(column)).map(String::strip).filter(s -> !s.isEmpty());
    }

    List<String> list(String column) {
      return optional(column)
          .map(s -> Arrays.stream(s.split("\\|")).map(String::strip).toList())
          .orElse(List.of());
    }

    Optional<LocalDate> date(String column) throws IOException {
      try {
        return optional(column).map(LocalDate::parse);
      } catch (DateTimeException e) {
        throw invalid(column);
      }
    }

    Confidence confidence(String column) throws IOException {
      return optional(column).isEmpty() ? Confidence.UNKNOWN : symbol(column, Confidence.class);
    }

    <E extends Enum<E>> E symbol(String column, Class<E> type) throws IOException {
      try {
        return Enum.valueOf(type, text(column));
      } catch (IllegalArgumentException e) {
        throw invalid(column);
      }
    }

    Optional<Citation.Pages> pages(String first, String last) throws IOException {
      if (optional(first).isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new Citation.Pages(Integer.parseInt(text(first)), Integer.parseInt(text(last))));
      } catch (NumberFormatException e) {
        throw invalid(first);
      }
    }

    private IOException invalid(String column) {
      return new IOException(location + ": " + column + " is missing or invalid");
    }
  }
}
