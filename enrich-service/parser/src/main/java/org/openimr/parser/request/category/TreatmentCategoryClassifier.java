package org.openimr.parser.request.category;

import java.util.List;
import java.util.Optional;
import org.openimr.parser.request.text.Tokens;

/**
 * Classifies a requested treatment by the rules of this library ({@code rules.csv}, {@code
 * terms.csv} and {@code drugs.csv} in this package). Immutable and thread-safe.
 *
 * <p>Words are looked up by longest match. Rules of an earlier tier decide first: names of
 * treatments, then general words, then forms. Within a tier, the treatment named first in the
 * request decides; of two rules at the same position, the first in the file.
 */
public final class TreatmentCategoryClassifier {
  private final ConceptMatcher concepts;
  private final CategoryRuleSet rules;

  private TreatmentCategoryClassifier(ConceptMatcher concepts, CategoryRuleSet rules) {
    this.concepts = concepts;
    this.rules = rules;
  }

  /**
   * Creates a classifier from this library's tables. This takes tens of milliseconds, so create one
   * classifier and reuse it.
   *
   * @throws IllegalArgumentException if the tables contradict each other
   */
  public static TreatmentCategoryClassifier standard() {
    ConceptMatcher concepts = ConceptMatcher.standard();
    return new TreatmentCategoryClassifier(
        concepts, new CategoryRuleSet(CategoryRule.all(), concepts));
  }

  /** Names of all rules, as in {@link TreatmentCategory#rule}, in the order of decision. */
  public static List<String> ruleNames() {
    return CategoryRule.all().stream().map(rule -> rule.category().rule()).toList();
  }

  /**
   * Classifies a request.
   *
   * @param disputed text of the request, of any length
   * @return empty if no rule matches
   */
  public Optional<TreatmentCategory> classify(String disputed) {
    return classify(Tokens.of(disputed));
  }

  public Optional<TreatmentCategory> classify(Tokens tokens) {
    ConceptMentions mentions = concepts.match(tokens);
    return rules
        .decide(CategoryRule.Tier.TREATMENT, mentions)
        .or(() -> rules.decide(CategoryRule.Tier.TREATMENT, concepts.matchFuzzy(tokens)))
        .or(() -> rules.decide(CategoryRule.Tier.GENERAL, mentions))
        .or(() -> rules.decide(CategoryRule.Tier.FORM, mentions));
  }
}
