package org.openimr.enrich.citation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openimr.enrich.citation.Citation.Authority;
import org.openimr.enrich.citation.GuidelineBasis.Kind;
import org.openimr.enrich.letter.Passage;

/**
 * Reads guideline statements by a catalogue. It holds no state but the catalogue and may be used by
 * any number of threads.
 */
public final class CitationReader {
  private final Catalogue catalogue;
  private final Resolver resolver;

  public CitationReader(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.resolver = new Resolver(catalogue);
  }

  /**
   * Reads one statement. Any text is read; what can't be made out is unresolved.
   *
   * @param statement all after {@code Claims Administrator guideline:} or {@code MAXIMUS
   *     guideline:}
   * @param asOf the UR denial date, else the decision date, else the newest date of the letter
   */
  public GuidelineBasis read(Passage statement, Optional<LocalDate> asOf) {
    Folded text = Folded.of(statement.text());
    Statement parts = Statement.of(text);
    List<Citation> citations = new ArrayList<>(4);
    Consumer<Mention> resolved = mention -> citations.add(resolver.resolve(mention, asOf));
    for (Statement.Part part : parts.parts()) {
      for (Stretch stretch : Stretches.of(catalogue, text, part)) {
        scan(text, statement, stretch, asOf, resolved);
      }
    }
    return new GuidelineBasis(kind(parts, citations), statement.text(), List.copyOf(citations));
  }

  /** Where no opening sentence tells the kind, as in prose, what is cited does. */
  private static Kind kind(Statement statement, List<Citation> citations) {
    if (statement.kind() != Kind.OTHER || citations.isEmpty()) {
      return statement.kind();
    }
    boolean mtus = citations.stream().anyMatch(c -> c.resolved().authority() == Authority.MTUS);
    boolean other = citations.stream().anyMatch(c -> c.resolved().authority() != Authority.MTUS);
    return !mtus ? Kind.NON_MTUS : other ? Kind.MTUS_AND_NON_MTUS : Kind.MTUS;
  }

  private void scan(
      Folded text,
      Passage statement,
      Stretch stretch,
      Optional<LocalDate> asOf,
      Consumer<Mention> mentions) {
    switch (stretch.authority()) {
      case MTUS -> new MtusScanner(catalogue, text, statement, stretch, asOf).scan(mentions);
      case ODG -> new OdgScanner(catalogue, text, statement, stretch).scan(mentions);
      case ACOEM, OTHER ->
          mentions.accept(new SourceScanner(catalogue, text, stretch).read().done(text, statement));
    }
  }
}
