package org.openimr.enrich.citation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.openimr.enrich.citation.Citation.Authority;
import org.openimr.enrich.citation.Citation.Pages;
import org.openimr.enrich.citation.Citation.Resolution;
import org.openimr.enrich.citation.Citation.Resolved;
import org.openimr.enrich.citation.Citation.Standing;
import org.openimr.enrich.citation.Guideline.Confidence;
import org.openimr.enrich.citation.Guideline.Topic;

/**
 * What a mention resolves to: a function of what is printed, the as-of date and the catalogue, and
 * of nothing else. Of several editions the one printed is meant; else the only one with pages where
 * pages are printed; else the one in force. Where more than one remains, only what all of them
 * agree in is said.
 */
final class Resolver {
  private final Catalogue catalogue;

  Resolver(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Citation resolve(Mention mention, Optional<LocalDate> asOf) {
    List<Guideline> editions = editions(mention);
    if (editions.isEmpty()) {
      return new Citation(mention.printed(), unresolved(mention));
    }
    List<Guideline> meant = meant(mention, editions, asOf);
    Optional<Guideline> one =
        known(mention, meant) ? Optional.of(meant.getFirst()) : Optional.empty();
    Topics topics = one.map(g -> topics(g, mention.printed())).orElse(Topics.NONE);
    return new Citation(
        mention.printed(),
        new Resolved(
            mention.authority(),
            mention.document(),
            one.map(Guideline::id),
            topics.ids(),
            agreed(meant, Guideline::regulation),
            resolution(mention, one.isPresent(), topics),
            asOf.flatMap(day -> standing(meant, day))));
  }

  private List<Guideline> editions(Mention mention) {
    if (mention.document().isEmpty()) {
      return mention.source().flatMap(catalogue::find).map(List::of).orElse(List.of());
    }
    List<Guideline> own = catalogue.editions(mention.authority(), mention.document().get());
    return own.isEmpty() && mention.authority() == Authority.MTUS
        ? catalogue.editions(Authority.ACOEM, mention.document().get())
        : own;
  }

  private static Resolved unresolved(Mention mention) {
    return new Resolved(
        mention.authority(),
        mention.document(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Resolution.UNRESOLVED,
        Optional.empty());
  }

  /** The editions that can be meant: one if it is known, several if not; never none. */
  private static List<Guideline> meant(
      Mention mention, List<Guideline> editions, Optional<LocalDate> asOf) {
    Citation.Printed printed = mention.printed();
    if (printed.edition().isPresent()) {
      return some(editions, g -> Editions.same(g, printed.edition().get()));
    }
    if (editions.size() > 1 && !printed.pages().isEmpty()) {
      List<Guideline> paged = some(editions, g -> g.topics().stream().anyMatch(Resolver::paged));
      if (paged.size() == 1) {
        return paged;
      }
    }
    return asOf.map(day -> some(editions, g -> inForce(g, day))).orElse(editions);
  }

  private static boolean inForce(Guideline guideline, LocalDate day) {
    return guideline.standing(day).filter(Standing.IN_FORCE::equals).isPresent();
  }

  /** Whether just one guideline is meant, and its edition is none that the catalogue lacks. */
  private static boolean known(Mention mention, List<Guideline> meant) {
    return meant.size() == 1
        && (mention.printed().edition().isEmpty()
            || Editions.same(meant.getFirst(), mention.printed().edition().get()));
  }

  private static boolean paged(Topic topic) {
    return topic.pages().isPresent();
  }

  private static List<Guideline> some(List<Guideline> editions, Predicate<Guideline> wanted) {
    List<Guideline> found = new ArrayList<>(2);
    for (Guideline edition : editions) {
      if (wanted.test(edition)) {
        found.add(edition);
      }
    }
    return found.isEmpty() ? editions : found;
  }

  private static <V> Optional<V> agreed(
      List<Guideline> meant, Function<Guideline, Optional<V>> fact) {
    Optional<V> first = fact.apply(meant.getFirst());
    for (Guideline guideline : meant) {
      if (!fact.apply(guideline).equals(first)) {
        return Optional.empty();
      }
    }
    return first;
  }

  private static Optional<Standing> standing(List<Guideline> meant, LocalDate day) {
    return agreed(meant, g -> g.standing(day));
  }

  private static Resolution resolution(Mention mention, boolean one, Topics topics) {
    if (!one || !topics.all()) {
      return Resolution.DOCUMENT_ONLY;
    }
    return mention.exact() && topics.exact() ? Resolution.EXACT : Resolution.NORMALIZED;
  }

  /**
   * The topics that the printed sections and pages name.
   *
   * @param all whether each section is one
   * @param exact whether each is named by its very name
   */
  private record Topics(List<String> ids, boolean all, boolean exact) {
    static final Topics NONE = new Topics(List.of(), true, true);
  }

  private Topics topics(Guideline guideline, Citation.Printed printed) {
    if (printed.sections().isEmpty() && printed.pages().isEmpty()) {
      return Topics.NONE;
    }
    List<String> ids = new ArrayList<>(2);
    boolean all = true;
    boolean exact = true;
    for (String section : printed.sections()) {
      Optional<Topic> topic = topic(guideline, section);
      topic.map(Topic::id).filter(id -> !ids.contains(id)).ifPresent(ids::add);
      all &= topic.isPresent();
      exact &= topic.filter(t -> t.name().equals(section)).isPresent();
    }
    printed.pages().forEach(pages -> addSourced(guideline, pages, ids));
    return new Topics(List.copyOf(ids), all, exact);
  }

  private Optional<Topic> topic(Guideline guideline, String section) {
    Names<Topic> names = catalogue.topics(guideline.id());
    Folded folded = Folded.of(section);
    Names.Match<Topic> match = names.find(folded, 1, end -> end == folded.length() - 1);
    return Optional.ofNullable(match).map(Names.Match::meaning);
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
}
