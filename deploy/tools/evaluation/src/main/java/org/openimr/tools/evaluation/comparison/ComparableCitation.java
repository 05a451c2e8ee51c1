package org.openimr.tools.evaluation.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The compared parts of an MTUS citation. */
record ComparableCitation(
    Optional<String> document,
    Optional<String> edition,
    List<String> sections,
    List<PageRange> pages) {

  record PageRange(int first, int last) {
    @Override
    public String toString() {
      return first == last ? Integer.toString(first) : first + "-" + last;
    }
  }

  static ComparableCitation of(JsonNode citation) {
    return new ComparableCitation(
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

  private static List<PageRange> pages(JsonNode array) {
    List<PageRange> pages = new ArrayList<>();
    array.forEach(
        range -> pages.add(new PageRange(range.path("first").asInt(), range.path("last").asInt())));
    return pages;
  }

  /** Formats the citation for a report. */
  String displayText() {
    return document.orElse("(no document)")
        + edition.map(year -> " " + year).orElse("")
        + labelledList(", sections: ", sections)
        + labelledList(", pages: ", pages);
  }

  private static String labelledList(String name, Collection<?> values) {
    return values.isEmpty()
        ? ""
        : values.stream().map(Object::toString).collect(Collectors.joining(" | ", name, ""));
  }
}
