package org.openimr.tools.evaluation.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The label of a document: what distinguishes it from a clean letter, and the labels of its
 * letters.
 *
 * @param variants names of the variants, at least one
 * @param ignoresCase whether the document is in capitals, so that texts are compared ignoring case
 * @param letters the label of each different letter in the order of the document, at least one
 */
public record DocumentLabel(List<String> variants, boolean ignoresCase, List<JsonNode> letters) {
  /** The variant of a document whose label does not name any. */
  public static final String PLAIN = "plain";

  /** Reads a label; one without {@code letters} is the label of a single letter. */
  public static DocumentLabel of(JsonNode label) {
    List<String> variants = new ArrayList<>();
    label.path("variants").forEach(variant -> variants.add(variant.asText()));
    List<JsonNode> letters = new ArrayList<>();
    label.path("letters").forEach(letters::add);
    return new DocumentLabel(
        variants.isEmpty() ? List.of(PLAIN) : List.copyOf(variants),
        label.path("ignoreCase").asBoolean(),
        letters.isEmpty() ? List.of(label) : List.copyOf(letters));
  }
}
