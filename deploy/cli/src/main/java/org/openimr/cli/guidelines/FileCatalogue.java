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
 * The catalogue as its editors write it.
 *
 * @param place where the files are, for people
 * @param entries in the order of the file
 */
public record FileCatalogue(String location, List<Guideline> entries) {
  private static final String GUIDELINES = "guidelines.csv";
  private static final String TOPICS = "topics.csv";

  /** Rows are counted from 1, and the first is the heading. */
  private static final int FIRST_ROW = 2;

  public FileCatalogue {
    entries = List.copyOf(entries);
  }

  /** The files that come with the project. */
  public static FileCatalogue shipped() {
    return new FileCatalogue("the files of the project", CatalogueFileReader.seedGuidelines());
  }

  /**
   * {@code guidelines.csv} and {@code topics.csv} in a folder.
   *
   * @throws IOException if one of them is missing or has a row that is not of the form
   */
  public static FileCatalogue load(Path folder) throws IOException {
    try (InputStream guidelines = Files.newInputStream(folder.resolve(GUIDELINES));
        InputStream topics = Files.newInputStream(folder.resolve(TOPICS))) {
      return new FileCatalogue(folder.toString(), CatalogueFileReader.read(guidelines, topics));
    }
  }

  /** Why entries are refused, a sentence each that begins with the place; none if all is well. */
  public List<String> problems() {
    if (entries.isEmpty()) {
      return List.of(GUIDELINES + ": there is no entry in it");
    }
    return CatalogueValidator.validate(entries).stream()
        .map(fault -> "%s: %s".formatted(placeOf(fault.guidelineId()), fault.reason()))
        .toList();
  }

  /** Of an id that is there twice, the second is the one too many. */
  private String placeOf(String id) {
    List<String> ids = entries.stream().map(Guideline::id).toList();
    return "%s row %d, %s".formatted(GUIDELINES, FIRST_ROW + ids.lastIndexOf(id), id);
  }
}
