package org.openimr.parser.citation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.NameIndex;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.Citation.Pages;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.Guideline.Confidence;
import org.openimr.parser.citation.model.Guideline.Topic;
import org.openimr.parser.citation.text.NormalizedText;

/** Which topics of a guideline the printed sections and pages name. */
final class TopicResolver {
  /** So many sections of one citation are searched for that go by no topic's very name. */
  private static final int MAX_SEARCHES = 64;

  private final Catalogue catalogue;

  TopicResolver(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The topics named.
   *
   * @param all whether each section is one
   * @param exact whether each is named by its very name
   */
  record Topics(List<String> ids, boolean all, boolean exact) {
    static final Topics NONE = new Topics(List.of(), true, true);
  }

  Topics resolve(Guideline guideline, Citation.Quoted printed) {
    if (printed.sections().isEmpty() && printed.pages().isEmpty()) {
      return Topics.NONE;
    }
    List<String> ids = new ArrayList<>(2);
    boolean all = true;
    boolean exact = true;
    int searches = 0;
    for (String section : printed.sections()) {
      Topic topic = catalogue.topicByName(guideline.id(), section);
      exact &= topic != null;
      if (topic == null && searches++ < MAX_SEARCHES) {
        topic = near(guideline, section);
      }
      all &= topic != null;
      if (topic != null && !ids.contains(topic.id())) {
        ids.add(topic.id());
      }
    }
    addSourced(guideline, printed.pages(), ids);
    return new Topics(List.copyOf(ids), all, exact);
  }

  /** By another of its names or within one edit; null if the guideline has no such topic. */
  private Topic near(Guideline guideline, String section) {
    if (guideline.topics().isEmpty()) {
      return null;
    }
    NormalizedText folded = NormalizedText.of(section);
    NameIndex.Match<Topic> match =
        catalogue.topics(guideline.id()).find(folded, 1, end -> end == folded.length() - 1);
    return match == null ? null : match.value();
  }

  /** Looks for the topics of pages, of each page once. */
  private static void addSourced(Guideline guideline, List<Pages> printed, List<String> ids) {
    BitSet seen = new BitSet();
    for (Pages pages : printed) {
      if (seen.nextClearBit(pages.first()) <= pages.last()) {
        addSourced(guideline, pages, ids);
        seen.set(pages.first(), pages.last() + 1);
      }
    }
  }

  /** Pages tell a topic only where the page table has a source. */
  private static void addSourced(Guideline guideline, Pages printed, List<String> ids) {
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

  /** Whether page numbers of the guideline are known at all. */
  static boolean hasPages(Guideline guideline) {
    for (Topic topic : guideline.topics()) {
      if (topic.pages().isPresent()) {
        return true;
      }
    }
    return false;
  }
}
