package org.openimr.parser.citation.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.Guideline.Topic;
import org.openimr.parser.citation.text.NormalizedText;

/**
 * All guidelines that citations are read by and resolved against. It does not change: a new state
 * of the topic is a new catalogue, swapped in one step.
 */
public final class Catalogue {
  /** The entry whose sections letters of 2014 and 2015 cite as if they were heads. */
  private static final String GENERAL_APPROACHES = "General Approaches";

  private static final String CHAPTER = "chapter ";

  private final Map<String, Guideline> byId = new LinkedHashMap<>();
  private final Map<Document, List<Guideline>> editions = new HashMap<>();
  private final Map<String, NameIndex<Topic>> topics = new HashMap<>();
  private final Map<String, Map<String, Topic>> topicsByName = new HashMap<>();
  private final Map<Integer, DocumentTitle> acoemChapters = new HashMap<>();
  private final NameIndex<DocumentTitle> documentTitles;
  private final NameIndex<DocumentTitle> acoemTitles;
  private final NameIndex<String> sections;
  private final NameIndex<String> odgChapters;
  private final NameIndex<Guideline> sources;

  /** A guideline in any edition. */
  private record Document(Authority authority, String title) {}

  /**
   * What the MTUS is cited by.
   *
   * @param sectionOf the guideline whose section goes by the same name
   */
  public record DocumentTitle(String document, Optional<String> sectionOf) {}

  private Catalogue(Collection<Guideline> guidelines) {
    for (Guideline guideline : guidelines) {
      byId.put(guideline.id(), guideline);
      editions
          .computeIfAbsent(
              new Document(guideline.authority(), guideline.title()), d -> new ArrayList<>())
          .add(guideline);
      topics.put(guideline.id(), topicNames(guideline));
      topicsByName.put(
          guideline.id(),
          guideline.topics().stream().collect(Collectors.toMap(Topic::name, t -> t, (a, b) -> a)));
    }
    documentTitles = NameIndex.of(documentTitleNames());
    acoemTitles = NameIndex.of(acoemNames());
    sections = NameIndex.of(sectionNames());
    odgChapters = NameIndex.of(chapterNames());
    sources = NameIndex.of(sourceNames());
  }

  /**
   * Indexes guidelines. Entries are taken as they are; {@link CatalogueValidator} says what is
   * wrong with them.
   */
  public static Catalogue of(Collection<Guideline> guidelines) {
    return new Catalogue(guidelines);
  }

  /** All entries, in the order in which they came. */
  public Collection<Guideline> guidelines() {
    return List.copyOf(byId.values());
  }

  /** The entry of an id. */
  public Optional<Guideline> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All editions of a document, in the order in which they came. */
  public List<Guideline> editions(Authority authority, String title) {
    return editions.getOrDefault(new Document(authority, title), List.of());
  }

  /** What the MTUS is cited by, in all wordings. */
  public NameIndex<DocumentTitle> documentTitles() {
    return documentTitles;
  }

  /** The head of a chapter of ACOEM's second edition. */
  public Optional<DocumentTitle> acoemChapter(int number) {
    return Optional.ofNullable(acoemChapters.get(number));
  }

  /** Whether the head is that of a numbered chapter. */
  public boolean isAcoemChapter(DocumentTitle head) {
    return acoemChapters.containsValue(head);
  }

  /** Titles of ACOEM's chapters. */
  public NameIndex<DocumentTitle> acoemTitles() {
    return acoemTitles;
  }

  /** Names of all topics of all guidelines, to know where a printed name ends. */
  public NameIndex<String> sections() {
    return sections;
  }

  /** Names of ODG's chapters, each with its title. */
  public NameIndex<String> odgChapters() {
    return odgChapters;
  }

  /** Names of ODG, ACOEM and whatever else is cited outside the MTUS. */
  public NameIndex<Guideline> sources() {
    return sources;
  }

  /** Topics of one guideline by their names. */
  public NameIndex<Topic> topics(String guidelineId) {
    return topics.get(guidelineId);
  }

  /** The topic of a guideline by its very name; null if there is none. */
  public Topic topicByName(String guidelineId, String name) {
    return topicsByName.get(guidelineId).get(name);
  }

  private static NameIndex<Topic> topicNames(Guideline guideline) {
    Map<String, Topic> names = new LinkedHashMap<>();
    guideline.topics().forEach(topic -> names.putIfAbsent(topic.name(), topic));
    guideline.topics().forEach(t -> t.aliases().forEach(alias -> names.putIfAbsent(alias, t)));
    return NameIndex.of(names);
  }

  private Map<String, DocumentTitle> documentTitleNames() {
    Map<String, String> titles = names(Authority.MTUS);
    Map<String, DocumentTitle> names = new LinkedHashMap<>();
    for (Guideline general : editions(Authority.MTUS, GENERAL_APPROACHES)) {
      for (Topic topic : general.topics()) {
        DocumentTitle head = new DocumentTitle(topic.name(), Optional.of(GENERAL_APPROACHES));
        names.put(topic.name(), head);
        topic.aliases().forEach(alias -> named(names, alias, head));
      }
    }
    titles.forEach((name, title) -> named(names, name, new DocumentTitle(title, Optional.empty())));
    return names;
  }

  private void named(Map<String, DocumentTitle> names, String name, DocumentTitle head) {
    int number = chapterNumber(name);
    if (number > 0) {
      acoemChapters.putIfAbsent(number, head);
    }
    names.putIfAbsent(name, head);
  }

  private Map<String, DocumentTitle> acoemNames() {
    Map<String, DocumentTitle> names = new LinkedHashMap<>();
    names(Authority.ACOEM)
        .forEach((name, title) -> named(names, name, new DocumentTitle(title, Optional.empty())));
    return names;
  }

  /** The number in {@code ACOEM Chapter 5}, or 0. */
  private static int chapterNumber(String name) {
    NormalizedText folded = NormalizedText.of(name);
    String text = folded.toString();
    int at = text.indexOf(CHAPTER);
    return at < 0 ? 0 : Math.max(0, folded.numberAt(1 + at + CHAPTER.length()));
  }

  private Map<String, String> sectionNames() {
    Map<String, String> names = new LinkedHashMap<>();
    for (Guideline guideline : byId.values()) {
      for (Topic topic : guideline.topics()) {
        names.putIfAbsent(topic.name(), topic.name());
        topic.aliases().forEach(alias -> names.putIfAbsent(alias, topic.name()));
      }
    }
    return names;
  }

  private Map<String, String> chapterNames() {
    Map<String, String> names = new LinkedHashMap<>();
    names(Authority.ODG)
        .forEach(
            (name, title) -> {
              names.putIfAbsent(name, title);
              names.putIfAbsent(name.replace(" and ", " ").replace(" & ", " "), title);
            });
    return names;
  }

  private Map<String, Guideline> sourceNames() {
    Map<String, Guideline> names = new LinkedHashMap<>();
    byId.values().stream()
        .filter(Guideline::isWholeSource)
        .forEach(
            g -> {
              names.putIfAbsent(g.title(), g);
              g.aliases().forEach(alias -> names.putIfAbsent(alias, g));
            });
    return names;
  }

  private Map<String, String> names(Authority authority) {
    Map<String, String> names = new LinkedHashMap<>();
    List<Guideline> own =
        byId.values().stream()
            .filter(g -> g.authority() == authority && !g.isWholeSource())
            .toList();
    own.forEach(g -> names.putIfAbsent(g.title(), g.title()));
    own.forEach(g -> g.aliases().forEach(alias -> names.putIfAbsent(alias, g.title())));
    return names;
  }
}
