package org.openimr.systemtest.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * {@code compose.yaml} as Compose itself sees it: anchors merged, variables with their defaults.
 */
record ComposeFile(JsonNode tree) {
  static final Path FILE = Path.of("../compose/compose.yaml");
  static final Set<String> JOBS = Set.of("topics", "schemas", "catalogue");
  static final Set<String> SERVICES = Set.of("ingest-service", "enrich-service", "sink-service");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):-([^}]*)}");

  static ComposeFile read() throws IOException {
    return of(Files.readString(FILE));
  }

  static ComposeFile of(String text) {
    String filled = VARIABLE.matcher(text).replaceAll("$2").replace("$$", "$");
    return new ComposeFile(new ObjectMapper().valueToTree(new Yaml().load(filled)));
  }

  /** All containers, by name. */
  Map<String, JsonNode> containers() {
    Map<String, JsonNode> containers = new LinkedHashMap<>();
    tree.get("services").properties().forEach(one -> containers.put(one.getKey(), one.getValue()));
    return containers;
  }

  JsonNode container(String name) {
    return containers().get(name);
  }

  /** What a container is given as its environment. */
  Map<String, String> environment(String name) {
    Map<String, String> variables = new TreeMap<>();
    container(name)
        .path("environment")
        .properties()
        .forEach(one -> variables.put(one.getKey(), one.getValue().asText()));
    return variables;
  }

  /** The arguments that a container's program is given. */
  List<String> command(String name) {
    List<String> words = new ArrayList<>();
    container(name).get("command").forEach(word -> words.add(word.asText()));
    return words;
  }

  /** What a container waits for, and until when: {@code service_healthy} and the like. */
  Map<String, String> dependsOn(String name) {
    Map<String, String> conditions = new TreeMap<>();
    container(name)
        .path("depends_on")
        .properties()
        .forEach(one -> conditions.put(one.getKey(), one.getValue().get("condition").asText()));
    return conditions;
  }

  /** Folders of the machine, as they are named from the folder of the file, that it mounts. */
  List<Path> mounts(String name) {
    List<Path> folders = new ArrayList<>();
    for (JsonNode volume : container(name).path("volumes")) {
      if (volume.asText().startsWith(".")) {
        folders.add(FILE.toAbsolutePath().resolveSibling(volume.asText().split(":")[0]));
      }
    }
    return folders;
  }
}
