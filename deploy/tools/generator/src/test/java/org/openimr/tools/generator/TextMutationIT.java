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

/** A damaged letter is parsed completely or rejected with a reason. */
class TextMutationIT {
  private static final int LETTERS = 17_000;
  private static final CitationParser CITATIONS =
      new CitationParser(CatalogueFileReader.seedCatalogue());
  private static final LetterGenerator GENERATOR =
      new LetterGenerator(
          GeneratorSettings.withSeed(77).withNoises(Set.of(Noise.values())).withNoiseShare(0.05));

  @ParameterizedTest
  @EnumSource
  void parsesDamagedLetterCompletelyOrRejectsIt(TextMutation mutation) {
    List<String> errors =
        LongStream.range(0, LETTERS)
            .parallel()
            .mapToObj(index -> error(mutation, index))
            .flatMap(Optional::stream)
            .limit(20)
            .toList();

    assertThat(errors).isEmpty();
  }

  /** Describes an error of the parser; some letters are damaged twice. */
  private static Optional<String> error(TextMutation mutation, long index) {
    SeededRandom random = new SeededRandom(mutation.ordinal(), index);
    String damaged = mutation.apply(GENERATOR.generate(index).text(), random);
    if (random.nextBoolean(0.3) && !damaged.isEmpty()) {
      damaged = random.pick(List.of(TextMutation.values())).apply(damaged, random);
    }
    String prefix = mutation + " of letter " + index + ": ";
    try {
      return switch (LetterParser.parse(damaged)) {
        case ParseResult.Parsed parsed -> incomplete(parsed.letter()).map(prefix::concat);
        case ParseResult.Failed failure ->
            failure.offset() < 0 || failure.offset() > damaged.length()
                ? Optional.of(prefix + "offset " + failure.offset())
                : Optional.empty();
      };
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(prefix + e);
    }
  }

  private static Optional<String> incomplete(Letter letter) {
    if (letter.items().isEmpty()) {
      return Optional.of("no items");
    }
    for (DisputedItem item : letter.items()) {
      if (item.request().text().isBlank() || item.rationale().isBlank()) {
        return Optional.of("item " + item.number() + " is incomplete");
      }
      CITATIONS.parse(item.claimsAdministratorStatement(), letter.header().urDenialDate());
      CITATIONS.parse(item.reviewerStatement(), letter.header().urDenialDate());
    }
    return Optional.empty();
  }
}
