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
 * Says what is wrong with catalogue entries: ids or topics that are there twice, periods that
 * overlap or run backwards, successors that are not there, names that mean two things at one time.
 */
public final class CatalogueValidator {
  private final Collection<Guideline> guidelines;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Something wrong.
   *
   * @param guidelineId the entry that is to be refused
   * @param reason a sentence for the catalogue's editors
   */
  public record Finding(String guidelineId, String reason) {}

  private CatalogueValidator(Collection<Guideline> guidelines) {
    this.guidelines = guidelines;
  }

  /** All findings; none if the entries may be used. */
  public static List<Finding> validate(Collection<Guideline> guidelines) {
    CatalogueValidator check = new CatalogueValidator(guidelines);
    check.ids();
    guidelines.forEach(check::period);
    check.overlaps();
    check.successors();
    check.names();
    guidelines.forEach(check::topics);
    return List.copyOf(check.findings);
  }

  private void found(Guideline guideline, String reason) {
    findings.add(new Finding(guideline.id(), reason));
  }

  private void ids() {
    Set<String> ids = new HashSet<>();
    for (Guideline guideline : guidelines) {
      if (!ids.add(guideline.id())) {
        found(guideline, "the id is there twice");
      }
      if (guideline.title().isBlank()) {
        found(guideline, "the title is empty");
      }
    }
  }

  private void period(Guideline guideline) {
    if (first(guideline).isAfter(last(guideline))) {
      found(guideline, "the period ends before it begins");
    }
    if (guideline.inForceFrom().isEmpty() && guideline.inForceTo().isPresent()) {
      found(guideline, "the period has an end and no beginning");
    }
  }

  private void overlaps() {
    Map<String, List<Guideline>> editions = new HashMap<>();
    for (Guideline guideline : guidelines) {
      List<Guideline> others =
          editions.computeIfAbsent(
              guideline.authority() + " " + guideline.title(), t -> new ArrayList<>());
      for (Guideline other : others) {
        if (guideline.edition().equals(other.edition())) {
          found(guideline, "the same edition is also " + other.id());
        }
        if (dated(guideline) && dated(other) && sameTime(guideline, other)) {
          found(guideline, "the period overlaps with that of " + other.id());
        }
      }
      others.add(guideline);
    }
  }

  private void successors() {
    Map<String, Guideline> byId = new HashMap<>();
    guidelines.forEach(g -> byId.putIfAbsent(g.id(), g));
    for (Guideline guideline : guidelines) {
      Optional<Guideline> successor = guideline.successor().map(byId::get);
      if (guideline.successor().isPresent() && successor.isEmpty()) {
        found(guideline, "there is no successor " + guideline.successor().get());
      }
      if (successor.filter(s -> dated(s) && !first(s).isAfter(last(guideline))).isPresent()) {
        found(guideline, "the successor is in force before the period ends");
      }
    }
  }

  /** A name may mean several editions of one document, or documents of different times. */
  private void names() {
    Map<String, List<Guideline>> meanings = new HashMap<>();
    for (Guideline guideline : guidelines) {
      for (String name :
          folded(Stream.concat(Stream.of(guideline.title()), guideline.aliases().stream()))) {
        List<Guideline> others =
            meanings.computeIfAbsent(scope(guideline) + name, n -> new ArrayList<>());
        for (Guideline other : others) {
          if (!other.title().equals(guideline.title()) && sameTime(guideline, other)) {
            found(guideline, "\"" + name + "\" also means " + other.id());
          }
        }
        others.add(guideline);
      }
    }
  }

  private static String scope(Guideline guideline) {
    return guideline.isWholeSource() ? "source " : guideline.authority() + " ";
  }

  private void topics(Guideline guideline) {
    Map<String, Topic> meanings = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (Topic topic : guideline.topics()) {
      if (!ids.add(topic.id())) {
        found(guideline, "the topic " + topic.id() + " is there twice");
      }
      if (topic.pages().filter(p -> p.first() < 1 || p.last() < p.first()).isPresent()) {
        found(guideline, "the pages of " + topic.id() + " are no range");
      }
      for (String name : folded(Stream.concat(Stream.of(topic.name()), topic.aliases().stream()))) {
        Topic other = meanings.putIfAbsent(name, topic);
        if (other != null) {
          found(guideline, "\"" + name + "\" means both " + topic.id() + " and " + other.id());
        }
      }
    }
  }

  private static List<String> folded(Stream<String> names) {
    return names.map(name -> NormalizedText.of(name).toString()).distinct().toList();
  }

  private static boolean dated(Guideline guideline) {
    return guideline.inForceFrom().isPresent();
  }

  private static boolean sameTime(Guideline a, Guideline b) {
    return !first(a).isAfter(last(b)) && !first(b).isAfter(last(a));
  }

  private static LocalDate first(Guideline guideline) {
    return guideline.inForceFrom().orElse(LocalDate.MIN);
  }

  private static LocalDate last(Guideline guideline) {
    return guideline.inForceTo().orElse(LocalDate.MAX);
  }
}
