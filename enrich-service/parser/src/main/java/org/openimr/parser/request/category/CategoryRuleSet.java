package org.openimr.parser.request.category;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules in their order, with concepts as numbers. */
final class CategoryRuleSet {

  private record CompiledRule(int[][] needs, int[] unless, TreatmentCategory category) {

    /** Where the rule stands: at the first of its needs, if it fits. */
    int position(ConceptMentions mentions) {
      int place = ConceptMentions.NOT_MENTIONED;
      for (int[] need : needs) {
        int first = mentions.firstOf(need);
        if (first == ConceptMentions.NOT_MENTIONED) {
          return ConceptMentions.NOT_MENTIONED;
        }
        place = Math.min(place, first);
      }
      return mentions.firstOf(unless) == ConceptMentions.NOT_MENTIONED
          ? place
          : ConceptMentions.NOT_MENTIONED;
    }
  }

  private final List<List<CompiledRule>> tiers = new ArrayList<>();

  /**
   * @throws IllegalArgumentException if a rule needs a concept that no words have
   */
  CategoryRuleSet(List<CategoryRule> rules, ConceptMatcher concepts) {
    for (CategoryRule.Tier tier : CategoryRule.Tier.values()) {
      tiers.add(
          rules.stream()
              .filter(rule -> rule.tier() == tier)
              .map(rule -> compiled(rule, concepts))
              .toList());
    }
  }

  private static CompiledRule compiled(CategoryRule rule, ConceptMatcher concepts) {
    return new CompiledRule(
        rule.needs().stream().map(need -> numbers(need, concepts)).toArray(int[][]::new),
        numbers(rule.unless(), concepts),
        rule.category());
  }

  private static int[] numbers(List<String> names, ConceptMatcher concepts) {
    return names.stream().mapToInt(concepts::idOf).toArray();
  }

  /** What the rule of the tier decides that stands first; of two at one place the earlier rule. */
  Optional<TreatmentCategory> decide(CategoryRule.Tier tier, ConceptMentions mentions) {
    CompiledRule best = null;
    int bestPlace = ConceptMentions.NOT_MENTIONED;
    for (CompiledRule rule : tiers.get(tier.ordinal())) {
      int place = rule.position(mentions);
      if (place < bestPlace) {
        best = rule;
        bestPlace = place;
      }
    }
    return Optional.ofNullable(best).map(CompiledRule::category);
  }
}
