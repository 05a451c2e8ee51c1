package org.openimr.parser.request.category;

import java.util.List;
import java.util.Optional;
import org.openimr.parser.request.text.Tokens;

/**
 * Finds the category of a requested treatment by the project's rules ({@code rules.csv}, {@code
 * terms.csv}, {@code drugs.csv} beside this class). Immutable, for any number of threads.
 *
 * <p>Words are looked up by longest match. Rules of an earlier tier decide first: treatments by
 * name, then general words, then mere forms. Within a tier the treatment named first in the request
 * decides; of two rules at one place, the one that stands first in the file.
 */
public final class TreatmentCategoryClassifier {
  private final ConceptMatcher concepts;
  private final CategoryRuleSet rules;

  private TreatmentCategoryClassifier(ConceptMatcher concepts, CategoryRuleSet rules) {
    this.concepts = concepts;
    this.rules = rules;
  }

  /**
   * The project's own rules, read from its tables. Takes some tens of milliseconds: keep it.
   *
   * @throws IllegalArgumentException if the tables contradict each other, which a build never does
   */
  public static TreatmentCategoryClassifier standard() {
    ConceptMatcher concepts = ConceptMatcher.standard();
    return new TreatmentCategoryClassifier(
        concepts, new CategoryRuleSet(CategoryRule.all(), concepts));
  }

  /** Names of all rules, as {@link TreatmentCategory#rule} gives them, in the order of decision. */
  public static List<String> ruleNames() {
    return CategoryRule.all().stream().map(rule -> rule.category().rule()).toList();
  }

  /**
   * Category of what is in dispute.
   *
   * @param disputed the request's words, of any length
   * @return empty where no rule fits
   */
  public Optional<TreatmentCategory> classify(String disputed) {
    return classify(Tokens.of(disputed));
  }

  public Optional<TreatmentCategory> classify(Tokens words) {
    ConceptMentions mentions = concepts.match(words);
    return rules
        .decide(CategoryRule.Tier.TREATMENT, mentions)
        .or(() -> rules.decide(CategoryRule.Tier.TREATMENT, concepts.matchFuzzy(words)))
        .or(() -> rules.decide(CategoryRule.Tier.GENERAL, mentions))
        .or(() -> rules.decide(CategoryRule.Tier.FORM, mentions));
  }
}
