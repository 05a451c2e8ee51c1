package org.openimr.tools.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openimr.parser.citation.CitationParser;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.parser.letter.layout.LetterParser;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.Noise;
import org.openimr.tools.generator.model.SeededRandom;

/** However a letter is damaged, it ends as a whole letter or as a reason why there is none. */
class TextMutationIT {
  private static final int LETTERS = 17_000;
  private static final CitationParser CITATIONS =
      new CitationParser(CatalogueFileReader.seedCatalogue());
  private static final LetterGenerator GENERATOR =
      new LetterGenerator(
          GeneratorSettings.withSeed(77).withNoises(Set.of(Noise.values())).withNoiseShare(0.05));

  @ParameterizedTest
  @EnumSource
  void damagedLetterIsReadToItsEndOrNotAtAll(TextMutation mutation) {
    List<String> wrong =
        LongStream.range(0, LETTERS)
            .parallel()
            .mapToObj(index -> fault(mutation, index))
            .flatMap(Optional::stream)
            .limit(20)
            .toList();

    assertThat(wrong).isEmpty();
  }

  /** What is wrong with what was read of a damaged letter; another damage comes on top of some. */
  private static Optional<String> fault(TextMutation mutation, long index) {
    SeededRandom dice = new SeededRandom(mutation.ordinal(), index);
    String damaged = mutation.apply(GENERATOR.generate(index).text(), dice);
    if (dice.nextBoolean(0.3) && !damaged.isEmpty()) {
      damaged = dice.pick(List.of(TextMutation.values())).apply(damaged, dice);
    }
    String place = mutation + " of letter " + index + ": ";
    try {
      return switch (LetterParser.parse(damaged)) {
        case ParseResult.Parsed read -> halfRead(read.letter()).map(place::concat);
        case ParseResult.Failed why ->
            why.offset() < 0 || why.offset() > damaged.length()
                ? Optional.of(place + "offset " + why.offset())
                : Optional.empty();
      };
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(place + e);
    }
  }

  private static Optional<String> halfRead(Letter letter) {
    if (letter.items().isEmpty()) {
      return Optional.of("no items");
    }
    for (DisputedItem item : letter.items()) {
      if (item.request().text().isBlank() || item.rationale().isBlank()) {
        return Optional.of("item " + item.number() + " is half empty");
      }
      CITATIONS.parse(item.claimsAdministratorStatement(), letter.header().urDenialDate());
      CITATIONS.parse(item.reviewerStatement(), letter.header().urDenialDate());
    }
    return Optional.empty();
  }
}
