package org.openimr.parser.citation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Citation.Resolution;
import org.openimr.parser.citation.model.Citation.Resolved;
import org.openimr.parser.citation.model.Citation.Standing;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.scan.CitationCandidate;

/**
 * What a mention resolves to: a function of what is printed, the as-of date and the catalogue, and
 * of nothing else. Of several editions the one printed is meant; else the only one with pages where
 * pages are printed; else the one in force. Where more than one remains, only what all of them
 * agree in is said.
 */
final class CitationResolver {
  private final Catalogue catalogue;
  private final TopicResolver topics;

  CitationResolver(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.topics = new TopicResolver(catalogue);
  }

  Citation resolve(CitationCandidate mention, Optional<LocalDate> asOf) {
    List<Guideline> editions = editions(mention);
    if (editions.isEmpty()) {
      return new Citation(mention.printed(), unknown(mention, Resolution.UNRESOLVED));
    }
    List<Guideline> meant = meant(mention, editions, asOf);
    if (meant.isEmpty()) {
      return new Citation(mention.printed(), unknown(mention, Resolution.DOCUMENT_ONLY));
    }
    Optional<String> printed = mention.printed().edition();
    boolean sure =
        meant.size() == 1
            && (printed.isEmpty() || EditionMatcher.isCertain(meant.getFirst(), printed.get()));
    return new Citation(mention.printed(), known(mention, meant, sure, asOf));
  }

  private List<Guideline> editions(CitationCandidate mention) {
    if (mention.document().isEmpty()) {
      return mention.source().flatMap(catalogue::find).map(List::of).orElse(List.of());
    }
    List<Guideline> own = catalogue.editions(mention.authority(), mention.document().get());
    return own.isEmpty() && mention.authority() == Authority.MTUS
        ? catalogue.editions(Authority.ACOEM, mention.document().get())
        : own;
  }

  /** The editions that can be meant; none if one is printed that the catalogue does not have. */
  private static List<Guideline> meant(
      CitationCandidate mention, List<Guideline> editions, Optional<LocalDate> asOf) {
    Optional<String> printed = mention.printed().edition();
    if (printed.isPresent()) {
      return those(editions, g -> EditionMatcher.isPossible(g, printed.get()));
    }
    if (editions.size() > 1 && !mention.printed().pages().isEmpty()) {
      List<Guideline> paged = those(editions, TopicResolver::hasPages);
      if (paged.size() == 1) {
        return paged;
      }
    }
    List<Guideline> inForce =
        asOf.map(day -> those(editions, g -> inForce(g, day))).orElse(List.of());
    return inForce.isEmpty() ? editions : inForce;
  }

  private static List<Guideline> those(List<Guideline> editions, Predicate<Guideline> wanted) {
    List<Guideline> found = new ArrayList<>(2);
    for (Guideline edition : editions) {
      if (wanted.test(edition)) {
        found.add(edition);
      }
    }
    return found;
  }

  private static boolean inForce(Guideline guideline, LocalDate day) {
    return guideline.standing(day).filter(Standing.IN_FORCE::equals).isPresent();
  }

  private static Resolved unknown(CitationCandidate mention, Resolution resolution) {
    return new Resolved(
        mention.authority(),
        mention.document(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        resolution,
        Optional.empty());
  }

  private Resolved known(
      CitationCandidate mention, List<Guideline> meant, boolean sure, Optional<LocalDate> asOf) {
    TopicResolver.Topics named =
        sure ? topics.resolve(meant.getFirst(), mention.printed()) : TopicResolver.Topics.NONE;
    return new Resolved(
        mention.authority(),
        mention.document(),
        sure ? Optional.of(meant.getFirst().id()) : Optional.empty(),
        named.ids(),
        agreed(meant, Guideline::regulation),
        resolution(mention, sure, named),
        asOf.flatMap(day -> agreed(meant, g -> g.standing(day))));
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

  private static Resolution resolution(
      CitationCandidate mention, boolean sure, TopicResolver.Topics topics) {
    if (!sure || !topics.all() || mention.unread()) {
      return Resolution.DOCUMENT_ONLY;
    }
    return mention.exact() && topics.exact() ? Resolution.EXACT : Resolution.NORMALIZED;
  }
}
