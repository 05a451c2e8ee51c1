package org.openimr.enrich.guideline;

import java.util.Optional;
import org.openimr.event.Authority;
import org.openimr.event.Confidence;
import org.openimr.event.Guideline;
import org.openimr.event.GuidelineTopic;
import org.openimr.event.PageRange;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.Guideline.Topic;

/** Maps entries of the catalogue to events and back. */
public final class GuidelineMapper {
  private GuidelineMapper() {}

  /** The event of an entry. */
  public static Guideline toEvent(org.openimr.parser.citation.model.Guideline entry) {
    Guideline event = new Guideline();
    event.setId(entry.id());
    event.setAuthority(Authority.valueOf(entry.authority().name()));
    event.setTitle(entry.title());
    event.setAliases(entry.aliases());
    event.setEdition(entry.edition().orElse(null));
    event.setPublisher(entry.publisher().orElse(null));
    event.setRegulation(entry.regulation().orElse(null));
    event.setRegulationTitle(entry.regulationTitle().orElse(null));
    event.setInForceFrom(entry.inForceFrom().orElse(null));
    event.setInForceTo(entry.inForceTo().orElse(null));
    event.setTopics(entry.topics().stream().map(GuidelineMapper::toTopicEvent).toList());
    event.setSuccessor(entry.successor().orElse(null));
    event.setSource(entry.source().orElse(null));
    event.setTitleConfidence(Confidence.valueOf(entry.titleConfidence().name()));
    event.setPeriodConfidence(Confidence.valueOf(entry.periodConfidence().name()));
    return event;
  }

  private static GuidelineTopic toTopicEvent(Topic topic) {
    GuidelineTopic event = new GuidelineTopic();
    event.setId(topic.id());
    event.setName(topic.name());
    event.setAliases(topic.aliases());
    event.setPages(topic.pages().map(p -> new PageRange(p.first(), p.last())).orElse(null));
    event.setNameConfidence(Confidence.valueOf(topic.nameConfidence().name()));
    event.setPagesConfidence(Confidence.valueOf(topic.pagesConfidence().name()));
    event.setSource(topic.source().orElse(null));
    return event;
  }

  /**
   * The entry of an event.
   *
   * @throws IllegalArgumentException if it is of an authority that this version does not know
   */
  public static org.openimr.parser.citation.model.Guideline fromEvent(Guideline event) {
    return new org.openimr.parser.citation.model.Guideline(
        event.getId(),
        Citation.Authority.valueOf(event.getAuthority().name()),
        event.getTitle(),
        event.getAliases(),
        Optional.ofNullable(event.getEdition()),
        Optional.ofNullable(event.getPublisher()),
        Optional.ofNullable(event.getRegulation()),
        Optional.ofNullable(event.getRegulationTitle()),
        Optional.ofNullable(event.getInForceFrom()),
        Optional.ofNullable(event.getInForceTo()),
        event.getTopics().stream().map(GuidelineMapper::topic).toList(),
        Optional.ofNullable(event.getSuccessor()),
        Optional.ofNullable(event.getSource()),
        confidence(event.getTitleConfidence()),
        confidence(event.getPeriodConfidence()));
  }

  private static Topic topic(GuidelineTopic event) {
    return new Topic(
        event.getId(),
        event.getName(),
        event.getAliases(),
        Optional.ofNullable(event.getPages())
            .map(p -> new Citation.Pages(p.getFirst(), p.getLast())),
        confidence(event.getNameConfidence()),
        confidence(event.getPagesConfidence()),
        Optional.ofNullable(event.getSource()));
  }

  private static org.openimr.parser.citation.model.Guideline.Confidence confidence(
      Confidence event) {
    return org.openimr.parser.citation.model.Guideline.Confidence.valueOf(event.name());
  }
}
