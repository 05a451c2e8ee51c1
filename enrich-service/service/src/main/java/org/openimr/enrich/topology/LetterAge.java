package org.openimr.enrich.topology;

import java.util.ArrayList;
import java.util.List;
import org.openimr.event.Determination;
import org.openimr.event.Warning;
import org.openimr.event.WarningCode;

/** Compares the decision dates of the letters of a case. */
final class LetterAge {
  private static final String FIELD = "decisionDate";
  private static final String MESSAGE =
      "the decision date is earlier than that of the revision that this letter replaces";

  private LetterAge() {}

  /**
   * Adds a warning to the header of a letter whose decision date is earlier than another.
   *
   * @param comparedDay days since the epoch, or {@link CaseState#NO_DAY}
   */
  static void warnIfOlder(Determination letter, int comparedDay) {
    int day = CaseState.decisionDay(letter);
    if (day != CaseState.NO_DAY && day < comparedDay) {
      List<Warning> warnings = new ArrayList<>(letter.getHeader().getWarnings());
      warnings.add(new Warning(WarningCode.OLDER_THAN_CURRENT, FIELD, MESSAGE));
      letter.getHeader().setWarnings(warnings);
    }
  }
}
