package org.openimr.parser.request.amount;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.parser.request.text.Tokens;

/** Spellings of units as {@link Tokens} normalizes them, each with the one name of its unit. */
final class UnitNames {
  /** Units of time, from minute to year. */
  static final Map<String, String> PERIODS =
      spellings(
          List.of("minute", "minute", "min", "mins"),
          List.of("hour", "hour", "hr", "hrs", "h"),
          List.of("day", "day"),
          List.of("week", "week", "wk", "wks"),
          List.of("month", "month", "mo", "mos", "mth"),
          List.of("year", "year", "yr", "yrs"));

  /** Units of a drug's strength: mg, %. */
  static final Map<String, String> STRENGTHS =
      spellings(
          List.of("mg", "mg", "mgs", "milligram"),
          List.of("mcg", "mcg", "mcgs", "microgram", "ug"),
          List.of("meq", "meq"),
          List.of("IU", "iu"),
          List.of("%", "%", "percent"));

  /** Units of dispensed quantities: g, ml, tablet, box. */
  static final Map<String, String> DISPENSED =
      spellings(
          List.of("g", "g", "gm", "gms", "gram", "gr"),
          List.of("ml", "ml", "mls", "milliliter", "cc"),
          List.of("oz", "oz", "ounce"),
          List.of("tablet", "tablet", "tab"),
          List.of("capsule", "capsule", "cap", "caplet"),
          List.of("pill", "pill"),
          List.of("patch", "patch", "patche"),
          List.of("box", "box", "boxe"),
          List.of("tube", "tube"),
          List.of("bottle", "bottle"),
          List.of("vial", "vial"),
          List.of("pack", "pack", "packet", "package"),
          List.of("pair", "pair"),
          List.of("unit", "unit"),
          List.of("inhaler", "inhaler"),
          List.of("kit", "kit"));

  private UnitNames() {}

  /**
   * Maps each spelling to its unit.
   *
   * @param units lists of a unit followed by its spellings
   */
  @SafeVarargs
  private static Map<String, String> spellings(List<String>... units) {
    Map<String, String> spellings = new HashMap<>();
    for (List<String> unit : units) {
      unit.subList(1, unit.size()).forEach(spelling -> spellings.put(spelling, unit.get(0)));
    }
    return Collections.unmodifiableMap(spellings);
  }

  /** The unit of time with this spelling. */
  static Optional<String> period(String word) {
    return Optional.ofNullable(PERIODS.get(word));
  }

  /** The unit of strength with this spelling. */
  static Optional<String> strength(String word) {
    return Optional.ofNullable(STRENGTHS.get(word));
  }

  /** The unit of dispensed quantities with this spelling. */
  static Optional<String> dispensed(String word) {
    return Optional.ofNullable(DISPENSED.get(word));
  }

  /** The period that an adverb such as {@code daily} or {@code weekly} is made from. */
  static Optional<String> adverb(String word) {
    return switch (word) {
      case "daily" -> Optional.of("day");
      case "weekly" -> Optional.of("week");
      case "monthly" -> Optional.of("month");
      case "yearly", "annually" -> Optional.of("year");
      default -> Optional.empty();
    };
  }
}
