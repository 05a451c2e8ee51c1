package org.openimr.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.enrich.letter.Header;
import org.openimr.enrich.letter.LayoutName;
import org.openimr.enrich.letter.Priority;

/** Makes up the dates of a case, in the order in which they held in all letters looked at. */
final class HeaderAuthor {
  /** Below it case numbers have been given to people. */
  private static final int FIRST_NUMBER = 1_000_000;

  private static final int NUMBERS = 9_000_000;
  private final long seed;

  HeaderAuthor(long seed) {
    this.seed = seed;
  }

  /** All dates of a case; which of them a letter prints is its layout's matter. */
  Header author(long caseIndex, Era era, Dice dice) {
    LocalDate decision = era.decisionDate(dice);
    LocalDate assigned = decision.minusDays(dice.between(3, 40));
    LocalDate received = assigned.minusDays(dice.below(21));
    LocalDate denial = received.minusDays(dice.below(31));
    LocalDate injury =
        denial.minusDays(dice.happens(0.5) ? dice.between(3, 400) : dice.between(400, 6000));
    Priority priority = dice.happens(0.03) ? Priority.EXPEDITED : Priority.STANDARD;
    return new Header(
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
  static Header printed(Header dates, LayoutName layout, boolean blockMissing) {
    return switch (layout) {
      case STANDARD, DOCUMENTS_REVIEWED -> blockMissing ? only(Optional.empty()) : dates;
      case NOTICE -> only(dates.decisionDate());
      case PROFESSIONAL_REVIEW -> only(Optional.empty());
    };
  }

  private static Header only(Optional<LocalDate> decision) {
    return new Header(
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
