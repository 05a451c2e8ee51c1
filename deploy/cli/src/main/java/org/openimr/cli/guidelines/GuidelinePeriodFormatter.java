package org.openimr.cli.guidelines;

import java.util.Optional;
import org.openimr.parser.citation.model.Guideline;

/** Formats the period in which a guideline is in force. */
final class GuidelinePeriodFormatter {
  static final String UNKNOWN = "not known";

  private GuidelinePeriodFormatter() {}

  /** {@code 2009-07-18 to 2016-07-27}, {@code since 2016-07-28} or {@code not known}. */
  static String of(Guideline guideline) {
    Optional<String> from = guideline.inForceFrom().map(Object::toString);
    Optional<String> to = guideline.inForceTo().map(Object::toString);
    if (from.isEmpty()) {
      return to.map(day -> "until " + day).orElse(UNKNOWN);
    }
    return to.map(day -> from.get() + " to " + day).orElse("since " + from.get());
  }
}
