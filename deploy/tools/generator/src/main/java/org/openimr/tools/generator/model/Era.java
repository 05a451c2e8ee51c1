package org.openimr.tools.generator.model;

import java.time.LocalDate;

/** Periods in which letters cite the MTUS in the same form. */
public enum Era {
  /** Guidelines in prose or with pages. */
  YEAR_2013(LocalDate.of(2013, 6, 3), LocalDate.of(2014, 1, 31)),
  /** Chronic Pain Treatment Guidelines and ACOEM chapters, with pages. */
  YEARS_2014_2015(LocalDate.of(2014, 2, 3), LocalDate.of(2015, 9, 30)),
  /** Documents with year and sections. */
  YEARS_2015_2017(LocalDate.of(2015, 10, 1), LocalDate.of(2017, 11, 30)),
  /** The documents of the MTUS of December 2017. */
  FROM_DECEMBER_2017(LocalDate.of(2018, 1, 10), LocalDate.of(2024, 12, 20));

  private final LocalDate first;
  private final LocalDate last;

  Era(LocalDate first, LocalDate last) {
    this.first = first;
    this.last = last;
  }

  /** A random decision date of this era. */
  public LocalDate decisionDate(SeededRandom random) {
    return first.plusDays(random.nextInt((int) (last.toEpochDay() - first.toEpochDay()) + 1));
  }
}
