package org.openimr.cli.guidelines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.parser.citation.catalogue.CatalogueValidator;
import org.openimr.parser.citation.model.Guideline;

/**
 * The catalogue in CSV files.
 *
 * @param location location of the files, for messages
 * @param entries entries in the order of the file
 */
public record FileCatalogue(String location, List<Guideline> entries) {
  private static final String GUIDELINES = "guidelines.csv";
  private static final String TOPICS = "topics.csv";

  /** Number of the first entry's row; row 1 is the header. */
  private static final int FIRST_ROW = 2;

  public FileCatalogue {
    entries = List.copyOf(entries);
  }

  /** The catalogue files included in this version. */
  public static FileCatalogue shipped() {
    return new FileCatalogue("the files of the project", CatalogueFileReader.seedGuidelines());
  }

  /**
   * Reads {@code guidelines.csv} and {@code topics.csv} of a directory.
   *
   * @throws IOException if a file is missing or has an invalid row
   */
  public static FileCatalogue load(Path directory) throws IOException {
    try (InputStream guidelines = Files.newInputStream(directory.resolve(GUIDELINES));
        InputStream topics = Files.newInputStream(directory.resolve(TOPICS))) {
      return new FileCatalogue(directory.toString(), CatalogueFileReader.read(guidelines, topics));
    }
  }

  /** Problems of entries, each with file and row; empty if the catalogue is valid. */
  public List<String> problems() {
    if (entries.isEmpty()) {
      return List.of(GUIDELINES + ": the file has no entries");
    }
    return CatalogueValidator.validate(entries).stream()
        .map(problem -> "%s: %s".formatted(rowOf(problem.guidelineId()), problem.reason()))
        .toList();
  }

  /** File, row and id of an entry; the last row of a duplicate id. */
  private String rowOf(String id) {
    List<String> ids = entries.stream().map(Guideline::id).toList();
    return "%s row %d, %s".formatted(GUIDELINES, FIRST_ROW + ids.lastIndexOf(id), id);
  }
}
