package org.openimr.tools.evaluation.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads labels, keyed by the file name of the letter without extension. */
public final class LabelFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LabelFiles() {}

  /**
   * Reads all {@code *.json} files of a directory.
   *
   * @throws InvalidInputException if a file is not a JSON object, or two have the same {@code file}
   */
  public static Map<String, JsonNode> readAll(Path directory)
      throws IOException, InvalidInputException {
    Map<String, JsonNode> labels = new TreeMap<>();
    for (Path path : files(directory)) {
      JsonNode label = label(path);
      String letter = label.path("file").asText(LetterFile.baseName(path));
      if (labels.put(letter, label) != null) {
        throw new InvalidInputException("duplicate label for letter " + letter + ": " + path);
      }
    }
    return labels;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths.filter(path -> path.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static JsonNode label(Path path) throws IOException, InvalidInputException {
    try {
      JsonNode label = JSON.readTree(path.toFile());
      if (label.isObject()) {
        return label;
      }
      throw new InvalidInputException("not a JSON object: " + path);
    } catch (JsonProcessingException e) {
      // The message of the parser may quote the label.
      throw new InvalidInputException(
          "invalid JSON at line " + e.getLocation().getLineNr() + ": " + path);
    }
  }
}
