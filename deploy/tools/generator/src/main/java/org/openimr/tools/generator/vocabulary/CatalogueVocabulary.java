package org.openimr.tools.generator.vocabulary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.tools.generator.model.Era;

/**
 * The names of a catalogue. The wording of ACOEM chapters in letters of 2014 and the specialties of
 * reviewers, which a catalogue does not have, come from the built-in vocabulary.
 */
public final class CatalogueVocabulary implements GuidelineVocabulary {
  private static final LocalDate NEW_MTUS = LocalDate.of(2017, 12, 1);
  private static final LocalDate CITATIONS_WITH_YEARS = LocalDate.of(2015, 10, 1);
  private static final String CHRONIC_PAIN = "Chronic Pain Medical Treatment";

  /** Listed in the MTUS, but not printed after {@code Decision based on MTUS}. */
  private static final List<String> UNCITED_TITLES = List.of("ACOEM", "Drug List");

  private final BuiltInVocabulary builtIn = new BuiltInVocabulary();
  private final List<Head> paged;
  private final List<Head> dated;
  private final List<Head> current;
  private final List<Chapter> chapters;

  /** Creates a vocabulary from guidelines. */
  public CatalogueVocabulary(Collection<Guideline> guidelines) {
    paged = paged(guidelines);
    dated =
        heads(guidelines)
            .filter(g -> g.inForceFrom().filter(from -> from.isBefore(NEW_MTUS)).isPresent())
            .filter(g -> !g.inForceTo().orElse(NEW_MTUS).isBefore(CITATIONS_WITH_YEARS))
            .map(g -> head(g, true))
            .toList();
    current =
        heads(guidelines)
            .filter(g -> !g.inForceFrom().orElse(NEW_MTUS).isBefore(NEW_MTUS))
            .map(g -> head(g, false))
            .toList();
    chapters =
        guidelines.stream()
            .filter(g -> g.authority() == Authority.ODG && g.id().contains("/"))
            .map(CatalogueVocabulary::chapter)
            .toList();
  }

  /** Puts the newest edition on chronic pain first, because it is cited most. */
  private static Stream<Guideline> heads(Collection<Guideline> guidelines) {
    Comparator<Guideline> chronicPainFirst =
        Comparator.comparing(g -> !(g.title().startsWith("Chronic Pain") && !isOf2009(g)));
    return guidelines.stream()
        .filter(g -> g.authority() == Authority.MTUS && g.edition().isPresent())
        .filter(g -> !UNCITED_TITLES.contains(g.title()))
        .sorted(chronicPainFirst);
  }

  private static boolean isOf2009(Guideline guideline) {
    return guideline.edition().equals(Optional.of("2009"));
  }

  private static Head head(Guideline guideline, boolean withSections) {
    List<Section> sections =
        withSections
            ? guideline.topics().stream().map(topic -> new Section(topic.name(), 0, 0)).toList()
            : List.of();
    return new Head(
        guideline.title(), guideline.title(), guideline.edition().orElseThrow(), sections);
  }

  private List<Head> paged(Collection<Guideline> guidelines) {
    List<Section> topics = new ArrayList<>();
    guidelines.stream()
        .filter(g -> g.title().equals(CHRONIC_PAIN) && isOf2009(g))
        .flatMap(g -> g.topics().stream())
        .forEach(
            topic ->
                topic
                    .pages()
                    .map(pages -> new Section(topic.name(), pages.first(), pages.last()))
                    .ifPresent(topics::add));
    return builtIn.heads(Era.YEARS_2014_2015).stream()
        .map(
            head ->
                head.document().equals(CHRONIC_PAIN) && !topics.isEmpty()
                    ? new Head(head.document(), head.printed(), "", List.copyOf(topics))
                    : head)
        .toList();
  }

  private static Chapter chapter(Guideline guideline) {
    List<String> spellings = new ArrayList<>(guideline.aliases());
    spellings.add(0, guideline.title());
    return new Chapter(guideline.title(), List.copyOf(spellings));
  }

  @Override
  public List<Head> heads(Era era) {
    return switch (era) {
      case YEAR_2013, YEARS_2014_2015 -> paged;
      case YEARS_2015_2017 -> dated;
      case FROM_DECEMBER_2017 -> current;
    };
  }

  @Override
  public List<Chapter> odgChapters() {
    return chapters;
  }

  @Override
  public List<String> specialties() {
    return builtIn.specialties();
  }
}
