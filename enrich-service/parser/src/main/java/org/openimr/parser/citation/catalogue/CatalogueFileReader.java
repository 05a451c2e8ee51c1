package org.openimr.parser.citation.catalogue;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
 * Reads the catalogue's seed files, {@code guidelines.csv} and {@code topics.csv}. A list in a cell
 * is separated by {@code |}; an empty cell is a fact that is not known.
 */
public final class CatalogueFileReader {
  private CatalogueFileReader() {}

  /** The catalogue that comes with the project. */
  public static Catalogue seedCatalogue() {
    return Catalogue.of(seedGuidelines());
  }

  /** Its entries, in the order of the file. */
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
   * Reads entries from files of the same form.
   *
   * @throws IOException if a file can't be read, or a row does not have the form; the message says
   *     which
   */
  public static List<Guideline> read(InputStream guidelines, InputStream topics)
      throws IOException {
    Map<String, List<Topic>> topicsOf = new HashMap<>();
    for (Row row : rows(topics, "topics.csv")) {
      topicsOf.computeIfAbsent(row.text("guideline"), id -> new ArrayList<>()).add(topic(row));
    }
    List<Guideline> read = new ArrayList<>();
    for (Row row : rows(guidelines, "guidelines.csv")) {
      List<Topic> own = topicsOf.remove(row.text("id"));
      read.add(guideline(row, own == null ? List.of() : own));
    }
    if (!topicsOf.isEmpty()) {
      throw new IOException("topics.csv: topics of no guideline: " + topicsOf.keySet());
    }
    return List.copyOf(read);
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
    CsvSchema header = CsvSchema.emptySchema().withHeader();
    try (MappingIterator<Map<String, String>> cells =
        new CsvMapper().readerForMapOf(String.class).with(header).readValues(file)) {
      while (cells.hasNextValue()) {
        rows.add(new Row(name + " row " + (rows.size() + 2), cells.nextValue()));
      }
    } catch (JacksonException e) {
      throw new IOException(name + " row " + (rows.size() + 2) + ": not CSV", e);
    }
    return rows;
  }

  /** A row of a file and where it stands, for messages. */
  private record Row(String place, Map<String, String> cells) {

    String text(String column) throws IOException {
      return optional(column).orElseThrow(() -> wrong(column));
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
      } catch (java.time.DateTimeException e) {
        throw wrong(column);
      }
    }

    Confidence confidence(String column) throws IOException {
      return optional(column).isEmpty() ? Confidence.UNKNOWN : symbol(column, Confidence.class);
    }

    <E extends Enum<E>> E symbol(String column, Class<E> type) throws IOException {
      try {
        return Enum.valueOf(type, text(column));
      } catch (IllegalArgumentException e) {
        throw wrong(column);
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
        throw wrong(first);
      }
    }

    private IOException wrong(String column) {
      return new IOException(place + ": " + column + " is missing or not of its form");
    }
  }
}
