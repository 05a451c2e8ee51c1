package org.openimr.tools.generator.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.model.LetterHeader;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ReviewPriority;
import org.openimr.tools.generator.model.Era;
import org.openimr.tools.generator.model.SeededRandom;

/** Makes up the dates of a case, in the order in which they held in all letters looked at. */
final class CaseDatesGenerator {
  /** Below it case numbers have been given to people. */
  private static final int FIRST_NUMBER = 1_000_000;

  private static final int NUMBERS = 9_000_000;
  private final long seed;

  CaseDatesGenerator(long seed) {
    this.seed = seed;
  }

  /** All dates of a case; which of them a letter prints is its layout's matter. */
  LetterHeader generate(long caseIndex, Era era, SeededRandom dice) {
    LocalDate decision = era.decisionDate(dice);
    LocalDate assigned = decision.minusDays(dice.nextIntBetween(3, 40));
    LocalDate received = assigned.minusDays(dice.nextInt(21));
    LocalDate denial = received.minusDays(dice.nextInt(31));
    LocalDate injury =
        denial.minusDays(
            dice.nextBoolean(0.5) ? dice.nextIntBetween(3, 400) : dice.nextIntBetween(400, 6000));
    ReviewPriority priority =
        dice.nextBoolean(0.03) ? ReviewPriority.EXPEDITED : ReviewPriority.STANDARD;
    return new LetterHeader(
        Optional.of(caseNumber(caseIndex, received)),
        Optional.of(assigned),
        Optional.of(injury),
        Optional.of(decision),
        Optional.of(denial),
        Optional.of(received),
        Optional.of(priority),
        List.of());
  }

  private String caseNumber(long caseIndex, LocalDate received) {
    int number = FIRST_NUMBER + (int) Math.floorMod(caseIndex + seed * 7919, (long) NUMBERS);
    int year = received.getYear() % 100;
    return new StringBuilder(12)
        .append("CM")
        .append(year / 10)
        .append(year % 10)
        .append('-')
        .append(number)
        .toString();
  }

  /** What a letter of this layout prints of the dates. */
  static LetterHeader printed(LetterHeader dates, LetterLayout layout, boolean blockMissing) {
    return switch (layout) {
      case STANDARD, DOCUMENTS_REVIEWED -> blockMissing ? only(Optional.empty()) : dates;
      case NOTICE -> only(dates.decisionDate());
      case PROFESSIONAL_REVIEW -> only(Optional.empty());
    };
  }

  private static LetterHeader only(Optional<LocalDate> decision) {
    return new LetterHeader(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        decision,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
