package org.openimr.parser.citation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.NameIndex.NameMatch;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.Citation.Pages;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.Guideline.Confidence;
import org.openimr.parser.citation.model.Guideline.Topic;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.letter.text.TextFolding;

/** Resolves printed sections and pages to topics of a guideline. */
final class TopicResolver {
  /** Maximum sections per citation that are searched for by alias or within one edit. */
  private static final int MAX_SEARCHES = 64;

  private final Catalogue catalogue;

  TopicResolver(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The topics found.
   *
   * @param all whether every section is a topic
   * @param exact whether every section is exactly the name of a topic
   */
  record TopicMatches(List<String> ids, boolean all, boolean exact) {
    static final TopicMatches NONE = new TopicMatches(List.of(), true, true);
  }

  TopicMatches resolve(Guideline guideline, Citation.Quoted printed) {
    if (printed.sections().isEmpty() && printed.pages().isEmpty()) {
      return TopicMatches.NONE;
    }
    List<String> ids = new ArrayList<>(2);
    boolean all = true;
    boolean exact = true;
    int searches = 0;
    for (String section : printed.sections()) {
      Optional<Topic> topic = catalogue.topicByName(guideline.id(), TextFolding.fold(section));
      exact &= topic.isPresent();
      if (topic.isEmpty() && searches++ < MAX_SEARCHES) {
        topic = search(guideline, section);
      }
      all &= topic.isPresent();
      if (topic.isPresent() && !ids.contains(topic.get().id())) {
        ids.add(topic.get().id());
      }
    }
    addTopicsOfPages(guideline, printed.pages(), ids);
    return new TopicMatches(List.copyOf(ids), all, exact);
  }

  /** Finds a topic by one of its aliases or within one edit. */
  private Optional<Topic> search(Guideline guideline, String section) {
    if (guideline.topics().isEmpty()) {
      return Optional.empty();
    }
    NormalizedText text = NormalizedText.of(section);
    return catalogue
        .topics(guideline.id())
        .find(text, 1, end -> end == text.length() - 1)
        .map(NameMatch::value)
        .or(() -> numbered(guideline, section));
  }

  /** Finds the topic with the printed number unless the printed name is that of another topic. */
  private Optional<Topic> numbered(Guideline guideline, String section) {
    String number = number(section);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    NormalizedText name = NormalizedText.of(section.substring(number.length()));
    boolean other =
        catalogue
            .topics(guideline.id())
            .findLongest(name, 1, end -> end == name.length() - 1)
            .isPresent();
    String id = guideline.id() + "#" + number;
    return other
        ? Optional.empty()
        : guideline.topics().stream().filter(topic -> topic.id().equals(id)).findFirst();
  }

  /** The number {@code 3.3.1} that starts a section, without the full stop after it. */
  private static String number(String section) {
    int end = 0;
    while (end < section.length()
        && (Character.isDigit(section.charAt(end)) || section.charAt(end) == '.')) {
      end++;
    }
    boolean stopped = end > 0 && section.charAt(end - 1) == '.';
    return section.substring(0, stopped ? end - 1 : end);
  }

  /** Adds the topics of the printed pages, skipping pages that were seen before. */
  private static void addTopicsOfPages(Guideline guideline, List<Pages> printed, List<String> ids) {
    BitSet seen = new BitSet();
    for (Pages pages : printed) {
      if (seen.nextClearBit(pages.first()) <= pages.last()) {
        addTopicsOfPages(guideline, pages, ids);
        seen.set(pages.first(), pages.last() + 1);
      }
    }
  }

  /** Adds topics by pages, only if the pages of the topic are taken from a source. */
  private static void addTopicsOfPages(Guideline guideline, Pages printed, List<String> ids) {
    for (Topic topic : guideline.topics()) {
      if (topic.pagesConfidence() == Confidence.SOURCED
          && topic.pages().filter(p -> overlap(p, printed)).isPresent()
          && !ids.contains(topic.id())) {
        ids.add(topic.id());
      }
    }
  }

  private static boolean overlap(Pages a, Pages b) {
    return a.first() <= b.last() && b.first() <= a.last();
  }

  /** Whether the pages of any topic of the guideline are known. */
  static boolean hasPages(Guideline guideline) {
    for (Topic topic : guideline.topics()) {
      if (topic.pages().isPresent()) {
        return true;
      }
    }
    return false;
  }
}
