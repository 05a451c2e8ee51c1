package org.openimr.tools.generator.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.model.LetterHeader;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ReviewPriority;
import org.openimr.tools.generator.model.Era;
import org.openimr.tools.generator.model.SeededRandom;

/** Generates the dates of a case in the order observed in published letters. */
final class CaseDatesGenerator {
  /** Lower case numbers belong to real cases. */
  private static final int MIN_CASE_NUMBER = 1_000_000;

  private static final int CASE_NUMBERS = 9_000_000;
  private final long seed;

  CaseDatesGenerator(long seed) {
    this.seed = seed;
  }

  /** Generates all dates of a case; the layout determines which of them a letter prints. */
  LetterHeader generate(long caseIndex, Era era, SeededRandom random) {
    LocalDate decision = era.decisionDate(random);
    LocalDate assigned = decision.minusDays(random.nextIntBetween(3, 40));
    LocalDate received = assigned.minusDays(random.nextInt(21));
    LocalDate denial = received.minusDays(random.nextInt(31));
    LocalDate injury =
        denial.minusDays(
            random.nextBoolean(0.5)
                ? random.nextIntBetween(3, 400)
                : random.nextIntBetween(400, 6000));
    ReviewPriority priority =
        random.nextBoolean(0.03) ? ReviewPriority.EXPEDITED : ReviewPriority.STANDARD;
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
    int number =
        MIN_CASE_NUMBER + (int) Math.floorMod(caseIndex + seed * 7919, (long) CASE_NUMBERS);
    int year = received.getYear() % 100;
    return new StringBuilder(12)
        .append("CM")
        .append(year / 10)
        .append(year % 10)
        .append('-')
        .append(number)
        .toString();
  }

  /** Selects the dates that a letter of a layout prints. */
  static LetterHeader printed(LetterHeader dates, LetterLayout layout, boolean isBlockMissing) {
    return switch (layout) {
      case STANDARD, DOCUMENTS_REVIEWED ->
          isBlockMissing ? onlyDecisionDate(Optional.empty()) : dates;
      case NOTICE -> statedInNotice(dates);
      case PROFESSIONAL_REVIEW -> onlyDecisionDate(Optional.empty());
    };
  }

  /** The dates that a NOTICE letter states: all but the date of injury. */
  private static LetterHeader statedInNotice(LetterHeader dates) {
    return new LetterHeader(
        Optional.empty(),
        dates.dateAssigned(),
        Optional.empty(),
        dates.decisionDate(),
        dates.urDenialDate(),
        dates.applicationReceived(),
        Optional.empty(),
        List.of());
  }

  private static LetterHeader onlyDecisionDate(Optional<LocalDate> decision) {
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
