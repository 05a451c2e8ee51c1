package org.openimr.tools.evaluation.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Parts of a determination tree that evaluations need. */
public final class DeterminationTrees {
  /** Fields that differ between two letters with equal facts. */
  private static final Set<String> NOT_FACTS =
      Set.of("span", "source", "letterId", "receivedAt", "warnings", "revision");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private DeterminationTrees() {}

  /** Returns the facts without offsets, ids and warnings, and with folded white space. */
  public static JsonNode facts(JsonNode tree) {
    if (tree.isObject()) {
      ObjectNode facts = NODES.objectNode();
      tree.properties().stream()
          .filter(field -> !NOT_FACTS.contains(field.getKey()))
          .forEach(field -> facts.set(field.getKey(), facts(field.getValue())));
      return facts;
    }
    if (tree.isArray()) {
      ArrayNode facts = NODES.arrayNode();
      tree.forEach(element -> facts.add(facts(element)));
      return facts;
    }
    return tree.isTextual() ? TextNode.valueOf(WhitespaceFolder.fold(tree.asText())) : tree;
  }

  /** Returns a tree with all texts in capitals, as names of constants already are. */
  public static JsonNode inCapitals(JsonNode tree) {
    if (tree.isObject()) {
      ObjectNode capitals = NODES.objectNode();
      tree.properties()
          .forEach(field -> capitals.set(field.getKey(), inCapitals(field.getValue())));
      return capitals;
    }
    if (tree.isArray()) {
      ArrayNode capitals = NODES.arrayNode();
      tree.forEach(element -> capitals.add(inCapitals(element)));
      return capitals;
    }
    return tree.isTextual() ? TextNode.valueOf(tree.asText().toUpperCase(Locale.ROOT)) : tree;
  }

  /** Returns the codes of all warnings of a determination, with repetitions. */
  public static List<String> warningCodes(JsonNode determination) {
    List<String> codes = new ArrayList<>();
    Stream<JsonNode> parts =
        Stream.concat(
            Stream.of(determination.path("header"), determination.path("clinicalSummary")),
            determination.path("decisions").valueStream());
    parts.forEach(
        part -> part.path("warnings").forEach(warning -> codes.add(warning.path("code").asText())));
    return codes;
  }
}
