package org.openimr.parser.citation.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.Guideline.Topic;
import org.openimr.parser.citation.text.NormalizedText;

/**
 * Validates catalogue entries: duplicate ids and topics, periods that overlap or end before they
 * begin, missing successors, names with two meanings at the same time.
 */
public final class CatalogueValidator {
  private final Collection<Guideline> guidelines;
  private final List<CatalogueError> errors = new ArrayList<>();

  /**
   * An invalid entry.
   *
   * @param guidelineId id of the entry
   * @param reason what is wrong, for the editors of the catalogue
   */
  public record CatalogueError(String guidelineId, String reason) {}

  private CatalogueValidator(Collection<Guideline> guidelines) {
    this.guidelines = guidelines;
  }

  /** Validates entries; the result is empty if they are valid. */
  public static List<CatalogueError> validate(Collection<Guideline> guidelines) {
    CatalogueValidator validator = new CatalogueValidator(guidelines);
    validator.checkIds();
    guidelines.forEach(validator::checkPeriod);
    validator.checkOverlaps();
    validator.checkSuccessors();
    validator.checkNames();
    guidelines.forEach(validator::checkTopics);
    return List.copyOf(validator.errors);
  }

  private void add(Guideline guideline, String reason) {
    errors.add(new CatalogueError(guideline.id(), reason));
  }

  private void checkIds() {
    Set<String> ids = new HashSet<>();
    for (Guideline guideline : guidelines) {
      if (!ids.add(guideline.id())) {
        add(guideline, "duplicate id");
      }
      if (guideline.title().isBlank()) {
        add(guideline, "the title is empty");
      }
    }
  }

  private void checkPeriod(Guideline guideline) {
    if (first(guideline).isAfter(last(guideline))) {
      add(guideline, "the period ends before it begins");
    }
    if (guideline.inForceFrom().isEmpty() && guideline.inForceTo().isPresent()) {
      add(guideline, "the period has an end but no beginning");
    }
  }

  private void checkOverlaps() {
    Map<String, List<Guideline>> editions = new HashMap<>();
    for (Guideline guideline : guidelines) {
      List<Guideline> others =
          editions.computeIfAbsent(
              guideline.authority() + " " + guideline.title(), t -> new ArrayList<>());
      for (Guideline other : others) {
        if (guideline.edition().equals(other.edition())) {
          add(guideline, "same edition as " + other.id());
        }
        if (hasPeriod(guideline) && hasPeriod(other) && overlap(guideline, other)) {
          add(guideline, "the period overlaps that of " + other.id());
        }
      }
      others.add(guideline);
    }
  }

  private void checkSuccessors() {
    Map<String, Guideline> byId = new HashMap<>();
    guidelines.forEach(g -> byId.putIfAbsent(g.id(), g));
    for (Guideline guideline : guidelines) {
      Optional<Guideline> successor = guideline.successor().map(byId::get);
      if (guideline.successor().isPresent() && successor.isEmpty()) {
        add(guideline, "unknown successor " + guideline.successor().get());
      }
      if (successor.filter(s -> hasPeriod(s) && !first(s).isAfter(last(guideline))).isPresent()) {
        add(guideline, "the successor is in force before the period ends");
      }
    }
  }

  /** A name can mean several editions of a document, or documents of different periods. */
  private void checkNames() {
    Map<String, List<Guideline>> meanings = new HashMap<>();
    for (Guideline guideline : guidelines) {
      for (String name :
          normalized(Stream.concat(Stream.of(guideline.title()), guideline.aliases().stream()))) {
        List<Guideline> others =
            meanings.computeIfAbsent(scope(guideline) + name, n -> new ArrayList<>());
        for (Guideline other : others) {
          if (!other.title().equals(guideline.title()) && overlap(guideline, other)) {
            add(guideline, "\"" + name + "\" also means " + other.id());
          }
        }
        others.add(guideline);
      }
    }
  }

  private static String scope(Guideline guideline) {
    return guideline.isWholeSource() ? "source " : guideline.authority() + " ";
  }

  private void checkTopics(Guideline guideline) {
    Map<String, Topic> meanings = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (Topic topic : guideline.topics()) {
      if (!ids.add(topic.id())) {
        add(guideline, "duplicate topic " + topic.id());
      }
      if (topic.pages().filter(p -> p.first() < 1 || p.last() < p.first()).isPresent()) {
        add(guideline, "invalid page range of " + topic.id());
      }
      for (String name :
          normalized(Stream.concat(Stream.of(topic.name()), topic.aliases().stream()))) {
        Topic other = meanings.putIfAbsent(name, topic);
        if (other != null) {
          add(guideline, "\"" + name + "\" means both " + topic.id() + " and " + other.id());
        }
      }
    }
  }

  private static List<String> normalized(Stream<String> names) {
    return names.map(name -> NormalizedText.of(name).toString()).distinct().toList();
  }

  private static boolean hasPeriod(Guideline guideline) {
    return guideline.inForceFrom().isPresent();
  }

  private static boolean overlap(Guideline a, Guideline b) {
    return !first(a).isAfter(last(b)) && !first(b).isAfter(last(a));
  }

  private static LocalDate first(Guideline guideline) {
    return guideline.inForceFrom().orElse(LocalDate.MIN);
  }

  private static LocalDate last(Guideline guideline) {
    return guideline.inForceTo().orElse(LocalDate.MAX);
  }
}
