package org.openimr.systemtest.guidelines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.event.Determination;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.schemas.event.AvroJsonFormatter;
import org.openimr.tools.generator.LetterGenerator;
import org.openimr.tools.generator.model.GeneratorSettings;

/**
 * The shipped catalogue and another, in which every entry is of another regulation and some have
 * gone, and what letters say by each of the two. A letter that cites twice would tell of a mixture.
 */
final class AlternatingCatalogues {
  static final int SHIPPED = 0;
  static final int OTHER = 1;
  static final int NEITHER = -1;

  private final List<List<Guideline>> entries =
      List.of(CatalogueFileReader.seedGuidelines(), others(CatalogueFileReader.seedGuidelines()));
  private final List<String> texts = new ArrayList<>();
  private final List<List<List<String>>> decisions = new ArrayList<>();

  /** With so many letters of which each says something else by each catalogue. */
  AlternatingCatalogues(int letters) {
    LetterInterpreter shipped = LetterInterpreter.standard();
    LetterInterpreter other = LetterInterpreter.standard();
    other.useCatalogue(Catalogue.of(entries.get(OTHER)));
    LetterGenerator generator = new LetterGenerator(GeneratorSettings.withSeed(4));
    for (long index = 0; texts.size() < letters; index++) {
      String text = generator.generate(index).text();
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

  private static List<String> decisions(LetterInterpreter maker, String text) {
    return maker.interpret(PacedLetterSender.letter("synthetic", text))
            instanceof LetterInterpreter.Interpreted made
        ? lines(made.determination())
        : List.of();
  }

  private static List<String> lines(Determination determination) {
    return determination.getDecisions().stream().map(AvroJsonFormatter::compact).toList();
  }

  private static List<Guideline> others(List<Guideline> entries) {
    return entries.stream()
        .filter(entry -> entry.authority() != Authority.OTHER)
        .map(AlternatingCatalogues::moved)
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
