package org.openimr.enrich.request;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Spellings of units, folded as {@link Words} folds them, and the one spelling of each. */
final class Units {
  private static final Map<String, String> PERIODS = new HashMap<>();
  private static final Map<String, String> STRENGTHS = new HashMap<>();
  private static final Map<String, String> SUPPLIED = new HashMap<>();

  static {
    put(PERIODS, "minute", "minute", "min", "mins");
    put(PERIODS, "hour", "hour", "hr", "hrs", "h");
    put(PERIODS, "day", "day");
    put(PERIODS, "week", "week", "wk", "wks");
    put(PERIODS, "month", "month", "mo", "mos", "mth");
    put(PERIODS, "year", "year", "yr", "yrs");
    put(STRENGTHS, "mg", "mg", "mgs", "milligram");
    put(STRENGTHS, "mcg", "mcg", "mcgs", "microgram", "ug");
    put(STRENGTHS, "meq", "meq");
    put(STRENGTHS, "IU", "iu");
    put(STRENGTHS, "%", "%", "percent");
    put(SUPPLIED, "g", "g", "gm", "gms", "gram", "gr");
    put(SUPPLIED, "ml", "ml", "mls", "milliliter", "cc");
    put(SUPPLIED, "oz", "oz", "ounce");
    put(SUPPLIED, "tablet", "tablet", "tab");
    put(SUPPLIED, "capsule", "capsule", "cap", "caplet");
    put(SUPPLIED, "pill", "pill");
    put(SUPPLIED, "patch", "patch", "patche");
    put(SUPPLIED, "box", "box", "boxe");
    put(SUPPLIED, "tube", "tube");
    put(SUPPLIED, "bottle", "bottle");
    put(SUPPLIED, "vial", "vial");
    put(SUPPLIED, "pack", "pack", "packet", "package");
    put(SUPPLIED, "pair", "pair");
    put(SUPPLIED, "unit", "unit");
    put(SUPPLIED, "inhaler", "inhaler");
    put(SUPPLIED, "kit", "kit");
  }

  private Units() {}

  private static void put(Map<String, String> units, String name, String... spellings) {
    for (String spelling : spellings) {
      units.put(spelling, name);
    }
  }

  /** Minute to year. */
  static Optional<String> period(String word) {
    return Optional.ofNullable(PERIODS.get(word));
  }

  /** Of what is in a drug: mg, %. */
  static Optional<String> strength(String word) {
    return Optional.ofNullable(STRENGTHS.get(word));
  }

  /** Of what is dispensed: g, ml, tablet, box. */
  static Optional<String> supplied(String word) {
    return Optional.ofNullable(SUPPLIED.get(word));
  }

  /** The period of {@code daily}, {@code weekly} and so on. */
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
