package org.openimr.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openimr.enrich.citation.CatalogueFiles;
import org.openimr.enrich.citation.CitationReader;
import org.openimr.enrich.letter.Item;
import org.openimr.enrich.letter.Letter;
import org.openimr.enrich.letter.LetterReader;
import org.openimr.enrich.letter.Reading;

/** However a letter is damaged, it ends as a whole letter or as a reason why there is none. */
class MutatedLettersIT {
  private static final int LETTERS = 17_000;
  private static final CitationReader CITATIONS = new CitationReader(CatalogueFiles.seed());
  private static final LetterGenerator GENERATOR =
      new LetterGenerator(
          GeneratorSettings.seeded(77).withNoises(Set.of(Noise.values())).withNoiseShare(0.05));

  @ParameterizedTest
  @EnumSource
  void damagedLetterIsReadToItsEndOrNotAtAll(Mutation mutation) {
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
  private static Optional<String> fault(Mutation mutation, long index) {
    Dice dice = new Dice(mutation.ordinal(), index);
    String damaged = mutation.of(GENERATOR.letter(index).text(), dice);
    if (dice.happens(0.3) && !damaged.isEmpty()) {
      damaged = dice.pick(List.of(Mutation.values())).of(damaged, dice);
    }
    String place = mutation + " of letter " + index + ": ";
    try {
      return switch (LetterReader.read(damaged)) {
        case Reading.Read read -> halfRead(read.letter()).map(place::concat);
        case Reading.Unreadable why ->
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
    for (Item item : letter.items()) {
      if (item.request().text().isBlank() || item.rationale().isBlank()) {
        return Optional.of("item " + item.number() + " is half empty");
      }
      CITATIONS.read(item.claimsAdministratorStatement(), letter.header().urDenialDate());
      CITATIONS.read(item.reviewerStatement(), letter.header().urDenialDate());
    }
    return Optional.empty();
  }
}
