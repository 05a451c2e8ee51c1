package org.openimr.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What of a citation of the schedule is compared. */
record CitedDocument(
    Optional<String> document, Optional<String> edition, List<String> sections, List<Pages> pages) {

  record Pages(int first, int last) {
    @Override
    public String toString() {
      return first == last ? Integer.toString(first) : first + "-" + last;
    }
  }

  static CitedDocument of(JsonNode citation) {
    return new CitedDocument(
        text(citation.path("document")),
        text(citation.path("edition")),
        texts(citation.path("sections")),
        pages(citation.path("pages")));
  }

  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  private static Optional<String> text(JsonNode value) {
    return Optional.of(value).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  private static List<Pages> pages(JsonNode array) {
    List<Pages> pages = new ArrayList<>();
    array.forEach(
        range -> pages.add(new Pages(range.path("first").asInt(), range.path("last").asInt())));
    return pages;
  }

  /** For people. */
  String shown() {
    return document.orElse("(no document)")
        + edition.map(year -> " " + year).orElse("")
        + listed(", sections: ", sections)
        + listed(", pages: ", pages);
  }

  private static String listed(String name, Collection<?> values) {
    return values.isEmpty()
        ? ""
        : values.stream().map(Object::toString).collect(Collectors.joining(" | ", name, ""));
  }
}
