package org.openimr.enrich.citation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    List<Mention> mentions = new ArrayList<>(4);
    for (Statement.Part part : parts.parts()) {
      for (Stretch stretch : Stretches.of(catalogue, text, part)) {
        scan(text, statement, stretch, asOf, mentions);
      }
    }
    List<Citation> citations = new ArrayList<>(mentions.size());
    for (Mention mention : mentions) {
      citations.add(resolver.resolve(mention, asOf));
    }
    return new GuidelineBasis(kind(parts, mentions), statement.text(), List.copyOf(citations));
  }

  /** Where no opening sentence tells the kind, as in prose, what is cited does. */
  private static Kind kind(Statement statement, List<Mention> mentions) {
    if (statement.kind() != Kind.OTHER || mentions.isEmpty()) {
      return statement.kind();
    }
    boolean mtus = mentions.stream().anyMatch(m -> m.authority() == Authority.MTUS);
    boolean other = mentions.stream().anyMatch(m -> m.authority() != Authority.MTUS);
    return !mtus ? Kind.NON_MTUS : other ? Kind.MTUS_AND_NON_MTUS : Kind.MTUS;
  }

  private void scan(
      Folded text,
      Passage statement,
      Stretch stretch,
      Optional<LocalDate> asOf,
      List<Mention> mentions) {
    switch (stretch.authority()) {
      case MTUS -> new MtusScanner(catalogue, text, statement, stretch, asOf).scan(mentions);
      case ODG -> new OdgScanner(catalogue, text, statement, stretch).scan(mentions);
      case ACOEM, OTHER ->
          mentions.add(new SourceScanner(catalogue, text, stretch).read().done(text, statement));
    }
  }
}
