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
 * Resolves citations. The result depends only on the printed citation, the as-of date and the
 * catalogue. Of several editions, the printed one is selected, else the only one with page numbers
 * if pages are printed, else the one in force. If several remain, the result holds only the facts
 * in which all of them agree.
 */
final class CitationResolver {
  private final Catalogue catalogue;
  private final TopicResolver topics;

  CitationResolver(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.topics = new TopicResolver(catalogue);
  }

  Citation resolve(CitationCandidate scanned, Optional<LocalDate> asOf) {
    CitationCandidate candidate = named(scanned, asOf);
    List<Guideline> editions = editions(candidate);
    if (editions.isEmpty()) {
      return new Citation(candidate.printed(), unknown(candidate, Resolution.UNRESOLVED));
    }
    List<Guideline> selected = selectEditions(candidate, editions, asOf);
    if (selected.isEmpty()) {
      return new Citation(candidate.printed(), unknown(candidate, Resolution.DOCUMENT_ONLY));
    }
    Optional<String> printed = candidate.printed().edition();
    boolean certain =
        selected.size() == 1
            && (printed.isEmpty() || EditionMatcher.isCertain(selected.getFirst(), printed.get()));
    return new Citation(candidate.printed(), resolved(candidate, selected, certain, asOf));
  }

  /**
   * Selects the document that is meant by a name of several documents: the one with the printed
   * edition, else the one in force. The first document is kept unless exactly one other remains.
   */
  private CitationCandidate named(CitationCandidate candidate, Optional<LocalDate> asOf) {
    if (candidate.alternatives().isEmpty() || canBeMeant(candidate, asOf)) {
      return candidate;
    }
    List<CitationCandidate> others =
        candidate.alternatives().stream()
            .map(candidate::withDocument)
            .filter(other -> canBeMeant(other, asOf))
            .toList();
    return others.size() == 1 ? others.getFirst() : candidate;
  }

  private boolean canBeMeant(CitationCandidate candidate, Optional<LocalDate> asOf) {
    Optional<String> printed = candidate.printed().edition();
    if (printed.isEmpty() && asOf.isEmpty()) {
      return true;
    }
    return editions(candidate).stream()
        .anyMatch(
            g ->
                printed.isPresent()
                    ? EditionMatcher.isPossible(g, printed.get())
                    : inForce(g, asOf.get()));
  }

  private List<Guideline> editions(CitationCandidate candidate) {
    if (candidate.document().isEmpty()) {
      return candidate.source().flatMap(catalogue::find).map(List::of).orElse(List.of());
    }
    List<Guideline> own = catalogue.editions(candidate.authority(), candidate.document().get());
    return own.isEmpty() && candidate.authority() == Authority.MTUS
        ? catalogue.editions(Authority.ACOEM, candidate.document().get())
        : own;
  }

  /** The editions that can be meant; empty if the printed one is not in the catalogue. */
  private static List<Guideline> selectEditions(
      CitationCandidate candidate, List<Guideline> editions, Optional<LocalDate> asOf) {
    Optional<String> printed = candidate.printed().edition();
    if (printed.isPresent()) {
      return filter(editions, g -> EditionMatcher.isPossible(g, printed.get()));
    }
    return asOf.isEmpty()
        ? selectUnprinted(candidate, editions, asOf)
        : selectUnprinted(
            candidate, filter(editions, g -> !EditionMatcher.isLater(g, asOf.get())), asOf);
  }

  /** The editions that can be meant if none is printed. */
  private static List<Guideline> selectUnprinted(
      CitationCandidate candidate, List<Guideline> editions, Optional<LocalDate> asOf) {
    if (editions.size() > 1 && !candidate.printed().pages().isEmpty()) {
      List<Guideline> paged = filter(editions, TopicResolver::hasPages);
      if (paged.size() == 1) {
        return paged;
      }
    }
    List<Guideline> inForce =
        asOf.map(day -> filter(editions, g -> inForce(g, day))).orElse(List.of());
    return inForce.isEmpty() ? editions : inForce;
  }

  private static List<Guideline> filter(List<Guideline> editions, Predicate<Guideline> wanted) {
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

  private static Resolved unknown(CitationCandidate candidate, Resolution resolution) {
    return new Resolved(
        candidate.authority(),
        candidate.document(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        resolution,
        Optional.empty());
  }

  private Resolved resolved(
      CitationCandidate candidate,
      List<Guideline> selected,
      boolean certain,
      Optional<LocalDate> asOf) {
    TopicResolver.TopicMatches topicMatches =
        certain
            ? topics.resolve(selected.getFirst(), candidate.printed())
            : TopicResolver.TopicMatches.NONE;
    return new Resolved(
        candidate.authority(),
        candidate.document(),
        certain ? Optional.of(selected.getFirst().id()) : Optional.empty(),
        topicMatches.ids(),
        commonValue(selected, Guideline::regulation),
        resolution(candidate, certain, topicMatches),
        asOf.flatMap(day -> commonValue(selected, g -> g.standing(day))));
  }

  private static <V> Optional<V> commonValue(
      List<Guideline> selected, Function<Guideline, Optional<V>> fact) {
    Optional<V> first = fact.apply(selected.getFirst());
    for (Guideline guideline : selected) {
      if (!fact.apply(guideline).equals(first)) {
        return Optional.empty();
      }
    }
    return first;
  }

  private static Resolution resolution(
      CitationCandidate candidate, boolean certain, TopicResolver.TopicMatches topics) {
    if (!certain || !topics.all() || candidate.unread()) {
      return Resolution.DOCUMENT_ONLY;
    }
    return candidate.exact() && topics.exact() ? Resolution.EXACT : Resolution.NORMALIZED;
  }
}
