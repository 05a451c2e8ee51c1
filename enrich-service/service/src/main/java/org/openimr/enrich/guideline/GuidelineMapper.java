package org.openimr.enrich.guideline;

import java.util.Optional;
import org.openimr.enrich.mapping.EnumMapper;
import org.openimr.event.Guideline;
import org.openimr.event.GuidelineTopic;
import org.openimr.event.PageRange;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.Guideline.Topic;

/** Maps catalogue entries to events and back. */
public final class GuidelineMapper {
  private GuidelineMapper() {}

  /** Returns the event of an entry. */
  public static Guideline toEvent(org.openimr.parser.citation.model.Guideline entry) {
    Guideline event = new Guideline();
    event.setId(entry.id());
    event.setAuthority(EnumMapper.toEvent(entry.authority()));
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
    event.setTitleConfidence(EnumMapper.toEvent(entry.titleConfidence()));
    event.setPeriodConfidence(EnumMapper.toEvent(entry.periodConfidence()));
    return event;
  }

  private static GuidelineTopic toTopicEvent(Topic topic) {
    GuidelineTopic event = new GuidelineTopic();
    event.setId(topic.id());
    event.setName(topic.name());
    event.setAliases(topic.aliases());
    event.setPages(topic.pages().map(p -> new PageRange(p.first(), p.last())).orElse(null));
    event.setNameConfidence(EnumMapper.toEvent(topic.nameConfidence()));
    event.setPagesConfidence(EnumMapper.toEvent(topic.pagesConfidence()));
    event.setSource(topic.source().orElse(null));
    return event;
  }

  /**
   * Returns the entry of an event.
   *
   * @throws IllegalArgumentException if this version does not know the event's authority
   */
  public static org.openimr.parser.citation.model.Guideline fromEvent(Guideline event) {
    return new org.openimr.parser.citation.model.Guideline(
        event.getId(),
        EnumMapper.fromEvent(event.getAuthority()),
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
        EnumMapper.fromEvent(event.getTitleConfidence()),
        EnumMapper.fromEvent(event.getPeriodConfidence()));
  }

  private static Topic topic(GuidelineTopic event) {
    return new Topic(
        event.getId(),
        event.getName(),
        event.getAliases(),
        Optional.ofNullable(event.getPages())
            .map(p -> new Citation.Pages(p.getFirst(), p.getLast())),
        EnumMapper.fromEvent(event.getNameConfidence()),
        EnumMapper.fromEvent(event.getPagesConfidence()),
        Optional.ofNullable(event.getSource()));
  }
}
