package org.openimr.parser.citation.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.Guideline.Topic;
import org.openimr.parser.citation.text.NormalizedText;

/**
 * The guidelines that citations are parsed with and resolved against. Immutable: a changed topic
 * results in a new catalogue that replaces the old one in one step.
 */
public final class Catalogue {
  /** The document whose sections letters of 2014 and 2015 cite like documents. */
  private static final String GENERAL_APPROACHES = "General Approaches";

  private static final String CHAPTER = "chapter ";

  private final Map<String, Guideline> byId = new LinkedHashMap<>();
  private final Map<Document, List<Guideline>> editions = new HashMap<>();
  private final Map<String, NameIndex<Topic>> topics = new HashMap<>();
  private final Map<String, Map<String, Topic>> topicsByName = new HashMap<>();
  private final Map<Integer, DocumentTitle> acoemChapters = new HashMap<>();
  private final DocumentNames documentNames;
  private final NameIndex<DocumentTitle> documentTitles;
  private final NameIndex<DocumentTitle> acoemTitles;
  private final NameIndex<String> sections;
  private final NameIndex<String> odgChapters;
  private final NameIndex<Guideline> sources;

  /** A guideline in any edition. */
  private record Document(Authority authority, String title) {}

  /**
   * The title of a document.
   *
   * @param sectionOf title of the document that has a section with the same name
   * @param alternatives titles of the other documents that have the same name at other times
   */
  public record DocumentTitle(
      String document, Optional<String> sectionOf, List<String> alternatives) {

    /** A title that is neither the name of a section nor that of another document. */
    public static DocumentTitle of(String document) {
      return new DocumentTitle(document, Optional.empty(), List.of());
    }
  }

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
    documentNames = new DocumentNames(byId.values());
    documentTitles = NameIndex.of(documentTitleNames());
    acoemTitles = NameIndex.of(acoemNames());
    sections = NameIndex.of(sectionNames());
    odgChapters = NameIndex.of(chapterNames());
    sources = NameIndex.of(sourceNames());
  }

  /** Indexes guidelines without validating them; see {@link CatalogueValidator}. */
  public static Catalogue of(Collection<Guideline> guidelines) {
    return new Catalogue(guidelines);
  }

  /** All entries in the order in which they were added. */
  public Collection<Guideline> guidelines() {
    return List.copyOf(byId.values());
  }

  /** The entry with an id. */
  public Optional<Guideline> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All editions of a document in the order in which they were added. */
  public List<Guideline> editions(Authority authority, String title) {
    return editions.getOrDefault(new Document(authority, title), List.of());
  }

  /** Names of the MTUS documents in all their wordings. */
  public NameIndex<DocumentTitle> documentTitles() {
    return documentTitles;
  }

  /** The title of a chapter of ACOEM's second edition. */
  public Optional<DocumentTitle> acoemChapter(int number) {
    return Optional.ofNullable(acoemChapters.get(number));
  }

  /** Whether the title is that of a numbered chapter of ACOEM. */
  public boolean isAcoemChapter(DocumentTitle title) {
    return acoemChapters.values().stream()
        .anyMatch(chapter -> chapter.document().equals(title.document()));
  }

  /** Names of ACOEM's chapters. */
  public NameIndex<DocumentTitle> acoemTitles() {
    return acoemTitles;
  }

  /** Names of all topics of all guidelines; used to find where a printed name ends. */
  public NameIndex<String> sections() {
    return sections;
  }

  /** Names of ODG's chapters with their titles. */
  public NameIndex<String> odgChapters() {
    return odgChapters;
  }

  /** Names of ODG, ACOEM and all other sources outside the MTUS. */
  public NameIndex<Guideline> sources() {
    return sources;
  }

  /** Names of the topics of a guideline. */
  public NameIndex<Topic> topics(String guidelineId) {
    return Objects.requireNonNull(topics.get(guidelineId));
  }

  /** The topic of a guideline with exactly this name. */
  public Optional<Topic> topicByName(String guidelineId, String name) {
    return Optional.ofNullable(Objects.requireNonNull(topicsByName.get(guidelineId)).get(name));
  }

  private static NameIndex<Topic> topicNames(Guideline guideline) {
    Map<String, Topic> names = new LinkedHashMap<>();
    guideline.topics().forEach(topic -> names.putIfAbsent(topic.name(), topic));
    guideline.topics().forEach(t -> t.aliases().forEach(alias -> names.putIfAbsent(alias, t)));
    return NameIndex.of(names);
  }

  private Map<String, DocumentTitle> documentTitleNames() {
    Map<String, DocumentTitle> names = new LinkedHashMap<>();
    for (Guideline general : editions(Authority.MTUS, GENERAL_APPROACHES)) {
      for (Topic topic : general.topics()) {
        DocumentTitle title =
            new DocumentTitle(topic.name(), Optional.of(GENERAL_APPROACHES), List.of());
        names.put(topic.name(), title);
        topic.aliases().forEach(alias -> addName(names, alias, title));
      }
    }
    addTitles(names, Authority.MTUS);
    return names;
  }

  private void addName(Map<String, DocumentTitle> names, String name, DocumentTitle title) {
    int number = chapterNumber(name);
    if (number > 0) {
      acoemChapters.putIfAbsent(number, title);
    }
    names.putIfAbsent(name, title);
  }

  private Map<String, DocumentTitle> acoemNames() {
    Map<String, DocumentTitle> names = new LinkedHashMap<>();
    addTitles(names, Authority.ACOEM);
    return names;
  }

  private void addTitles(Map<String, DocumentTitle> names, Authority authority) {
    documentNames.titles(authority).forEach((name, title) -> addName(names, name, title));
  }

  /** The number in {@code ACOEM Chapter 5}; 0 if there is none. */
  private static int chapterNumber(String name) {
    NormalizedText normalized = NormalizedText.of(name);
    String text = normalized.toString();
    int at = text.indexOf(CHAPTER);
    return at < 0 ? 0 : Math.max(0, normalized.numberAt(1 + at + CHAPTER.length()));
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
    documentNames
        .names(Authority.ODG)
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
}
