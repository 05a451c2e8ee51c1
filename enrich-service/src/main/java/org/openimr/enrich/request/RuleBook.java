package org.openimr.enrich.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules in their order, with concepts as numbers. */
final class RuleBook {

  private record Compiled(int[][] needs, int[] unless, TreatmentCategory category) {

    /** Where the rule stands: at the first of its needs, if it fits. */
    int place(Mentions mentions) {
      int place = Mentions.NOWHERE;
      for (int[] need : needs) {
        int first = mentions.firstOf(need);
        if (first == Mentions.NOWHERE) {
          return Mentions.NOWHERE;
        }
        place = Math.min(place, first);
      }
      return mentions.firstOf(unless) == Mentions.NOWHERE ? place : Mentions.NOWHERE;
    }
  }

  private final List<List<Compiled>> tiers = new ArrayList<>();

  /**
   * @throws IllegalArgumentException if a rule needs a concept that no words have
   */
  RuleBook(List<Rule> rules, Concepts concepts) {
    for (Rule.Tier tier : Rule.Tier.values()) {
      tiers.add(
          rules.stream()
              .filter(rule -> rule.tier() == tier)
              .map(rule -> compiled(rule, concepts))
              .toList());
    }
  }

  private static Compiled compiled(Rule rule, Concepts concepts) {
    return new Compiled(
        rule.needs().stream().map(need -> numbers(need, concepts)).toArray(int[][]::new),
        numbers(rule.unless(), concepts),
        rule.category());
  }

  private static int[] numbers(List<String> names, Concepts concepts) {
    return names.stream().mapToInt(concepts::number).toArray();
  }

  /** What the rule of the tier decides that stands first; of two at one place the earlier rule. */
  Optional<TreatmentCategory> decide(Rule.Tier tier, Mentions mentions) {
    Compiled best = null;
    int bestPlace = Mentions.NOWHERE;
    for (Compiled rule : tiers.get(tier.ordinal())) {
      int place = rule.place(mentions);
      if (place < bestPlace) {
        best = rule;
        bestPlace = place;
      }
    }
    return Optional.ofNullable(best).map(Compiled::category);
  }
}
