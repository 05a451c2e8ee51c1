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

/** Labels of letters by the letters' file names without their endings. */
public final class LabelFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LabelFiles() {}

  /**
   * All labels in a folder, {@code *.json}.
   *
   * @throws InvalidInputException if one is no JSON object, or two say the same {@code file}
   */
  public static Map<String, JsonNode> readAll(Path folder)
      throws IOException, InvalidInputException {
    Map<String, JsonNode> labels = new TreeMap<>();
    for (Path path : files(folder)) {
      JsonNode label = label(path);
      String letter = label.path("file").asText(LetterFile.baseName(path));
      if (labels.put(letter, label) != null) {
        throw new InvalidInputException("two labels for one letter, one of them " + path);
      }
    }
    return labels;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(path -> path.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static JsonNode label(Path path) throws IOException, InvalidInputException {
    try {
      JsonNode label = JSON.readTree(path.toFile());
      if (label.isObject()) {
        return label;
      }
      throw new InvalidInputException("no JSON object: " + path);
    } catch (JsonProcessingException e) {
      // the parser's own message may quote the label
      throw new InvalidInputException(
          "no JSON from line " + e.getLocation().getLineNr() + ": " + path);
    }
  }
}
