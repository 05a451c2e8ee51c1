package org.openimr.parser.request.category;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules in their order, compiled to concept ids. */
final class CategoryRuleSet {

  @SuppressWarnings("ArrayRecordComponent") // never compared or hashed
  private record CompiledRule(int[][] needs, int[] unless, TreatmentCategory category) {

    /** Index of the first mention of a need if the rule matches, else {@code NOT_MENTIONED}. */
    int position(ConceptMentions mentions) {
      int position = ConceptMentions.NOT_MENTIONED;
      for (int[] need : needs) {
        int first = mentions.firstOf(need);
        if (first == ConceptMentions.NOT_MENTIONED) {
          return ConceptMentions.NOT_MENTIONED;
        }
        position = Math.min(position, first);
      }
      return mentions.firstOf(unless) == ConceptMentions.NOT_MENTIONED
          ? position
          : ConceptMentions.NOT_MENTIONED;
    }
  }

  private final Map<CategoryRule.Tier, List<CompiledRule>> tiers =
      new EnumMap<>(CategoryRule.Tier.class);

  /**
   * Compiles rules.
   *
   * @throws IllegalArgumentException if a rule uses an unknown concept
   */
  CategoryRuleSet(List<CategoryRule> rules, ConceptMatcher concepts) {
    for (CategoryRule.Tier tier : CategoryRule.Tier.values()) {
      tiers.put(
          tier,
          rules.stream()
              .filter(rule -> rule.tier() == tier)
              .map(rule -> compile(rule, concepts))
              .toList());
    }
  }

  private static CompiledRule compile(CategoryRule rule, ConceptMatcher concepts) {
    return new CompiledRule(
        rule.needs().stream().map(need -> ids(need, concepts)).toArray(int[][]::new),
        ids(rule.unless(), concepts),
        rule.category());
  }

  private static int[] ids(List<String> names, ConceptMatcher concepts) {
    return names.stream().mapToInt(concepts::idOf).toArray();
  }

  /**
   * Decides by the rule of the tier with the first position; at equal positions, the first rule.
   */
  Optional<TreatmentCategory> decide(CategoryRule.Tier tier, ConceptMentions mentions) {
    CompiledRule best = null;
    int bestPosition = ConceptMentions.NOT_MENTIONED;
    for (CompiledRule rule : tiers.getOrDefault(tier, List.of())) {
      int position = rule.position(mentions);
      if (position < bestPosition) {
        best = rule;
        bestPosition = position;
      }
    }
    return Optional.ofNullable(best).map(CompiledRule::category);
  }
}
