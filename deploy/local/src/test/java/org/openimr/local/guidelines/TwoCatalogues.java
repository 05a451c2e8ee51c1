package org.openimr.local.guidelines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.enrich.citation.Catalogue;
import org.openimr.enrich.citation.CatalogueFiles;
import org.openimr.enrich.citation.Citation.Authority;
import org.openimr.enrich.citation.Guideline;
import org.openimr.enrich.topology.DeterminationMaker;
import org.openimr.event.Determination;
import org.openimr.generate.GeneratorSettings;
import org.openimr.generate.LetterGenerator;
import org.openimr.schemas.AvroJson;

/**
 * The shipped catalogue and another, in which every entry is of another regulation and some have
 * gone, and what letters say by each of the two. A letter that cites twice would tell of a mixture.
 */
final class TwoCatalogues {
  static final int SHIPPED = 0;
  static final int OTHER = 1;
  static final int NEITHER = -1;

  private final List<List<Guideline>> entries =
      List.of(CatalogueFiles.seedGuidelines(), others(CatalogueFiles.seedGuidelines()));
  private final List<String> texts = new ArrayList<>();
  private final List<List<List<String>>> decisions = new ArrayList<>();

  /** With so many letters of which each says something else by each catalogue. */
  TwoCatalogues(int letters) {
    DeterminationMaker shipped = DeterminationMaker.standard();
    DeterminationMaker other = DeterminationMaker.standard();
    other.use(Catalogue.of(entries.get(OTHER)));
    LetterGenerator generator = new LetterGenerator(GeneratorSettings.seeded(4));
    for (long index = 0; texts.size() < letters; index++) {
      String text = generator.letter(index).text();
      List<List<String>> both = List.of(decisions(shipped, text), decisions(other, text));
      if (!both.get(SHIPPED).equals(both.get(OTHER))) {
        texts.add(text);
        decisions.add(both);
      }
    }
  }

  List<Guideline> entries(int catalogue) {
    return entries.get(catalogue);
  }

  List<String> texts() {
    return texts;
  }

  /** By which catalogue a letter's determination was made. */
  int madeBy(int text, Determination determination) {
    return decisions.get(text).indexOf(lines(determination));
  }

  private static List<String> decisions(DeterminationMaker maker, String text) {
    return maker.make(LetterFlow.letter("made-up", text)) instanceof DeterminationMaker.Made made
        ? lines(made.determination())
        : List.of();
  }

  private static List<String> lines(Determination determination) {
    return determination.getDecisions().stream().map(AvroJson::line).toList();
  }

  private static List<Guideline> others(List<Guideline> entries) {
    return entries.stream()
        .filter(entry -> entry.authority() != Authority.OTHER)
        .map(TwoCatalogues::moved)
        .toList();
  }

  private static Guideline moved(Guideline entry) {
    return new Guideline(
        entry.id(),
        entry.authority(),
        entry.title(),
        entry.aliases(),
        entry.edition(),
        entry.publisher(),
        Optional.of("8 CCR of " + entry.id()),
        entry.regulationTitle(),
        entry.inForceFrom(),
        entry.inForceTo(),
        entry.topics(),
        entry.successor(),
        entry.source(),
        entry.titleConfidence(),
        entry.periodConfidence());
  }
}
