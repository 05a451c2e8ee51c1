package org.openimr.cli.guidelines;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openimr.parser.citation.model.Citation.Standing;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.Guideline.Confidence;

/**
 * Renders periods as bars on a scale of whole years.
 *
 * @param first first year of the scale
 * @param last last year of the scale
 * @param today guidelines in force on this date have a different color
 */
record GuidelineTimeline(int first, int last, LocalDate today) {
  private static final double PERCENT = 100.0;

  /** A scale that covers all periods and today. */
  static GuidelineTimeline over(Collection<Guideline> guidelines, LocalDate today) {
    int first =
        guidelines.stream()
            .flatMap(guideline -> guideline.inForceFrom().stream())
            .mapToInt(LocalDate::getYear)
            .min()
            .orElse(today.getYear());
    int last =
        guidelines.stream()
            .flatMap(g -> Stream.concat(g.inForceFrom().stream(), g.inForceTo().stream()))
            .mapToInt(LocalDate::getYear)
            .max()
            .orElse(today.getYear());
    return new GuidelineTimeline(
        Math.min(first, today.getYear()), Math.max(last, today.getYear()), today);
  }

  int years() {
    return last - first + 1;
  }

  /** The years as an HTML list. */
  String axis() {
    return IntStream.rangeClosed(first, last)
        .mapToObj(year -> "<li>" + year + "</li>")
        .collect(Collectors.joining("", "<ol>", "</ol>"));
  }

  /** The bar of a period, hidden from screen readers because the dates are printed as text. */
  String bar(Guideline guideline) {
    return "<div class=\"track\" aria-hidden=\"true\">" + barContent(guideline) + "</div>";
  }

  private String barContent(Guideline guideline) {
    if (guideline.inForceFrom().isEmpty()) {
      return "<span class=\"unknown\"></span>";
    }
    double from = position(guideline.inForceFrom().get());
    double to = guideline.inForceTo().map(day -> position(day.plusDays(1))).orElse(PERCENT);
    return "<span class=\"bar%s\" style=\"left:%s%%;width:%s%%\"></span>"
        .formatted(cssClasses(guideline), number(from), number(Math.max(to - from, 0)));
  }

  private String cssClasses(Guideline guideline) {
    boolean now = guideline.standing(today).equals(Optional.of(Standing.IN_FORCE));
    boolean sourced = guideline.periodConfidence() == Confidence.SOURCED;
    return (now ? " now" : "") + (sourced ? "" : " inferred");
  }

  private double position(LocalDate day) {
    double inYear = (day.getDayOfYear() - 1.0) / day.lengthOfYear();
    return (day.getYear() - first + inYear) / years() * PERCENT;
  }

  private static String number(double percent) {
    return String.format(Locale.ROOT, "%.2f", percent);
  }
}
