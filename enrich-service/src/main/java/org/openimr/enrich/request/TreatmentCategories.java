package org.openimr.enrich.request;

import java.util.List;
import java.util.Optional;

/**
 * Finds the category of a requested treatment by the project's rules ({@code rules.csv}, {@code
 * terms.csv}, {@code drugs.csv} beside this class). Immutable, for any number of threads.
 *
 * <p>Words are looked up by longest match. Rules of an earlier tier decide first: treatments by
 * name, then general words, then mere forms. Within a tier the treatment named first in the request
 * decides; of two rules at one place, the one that stands first in the file.
 */
public final class TreatmentCategories {
  private final Concepts concepts;
  private final RuleBook rules;

  private TreatmentCategories(Concepts concepts, RuleBook rules) {
    this.concepts = concepts;
    this.rules = rules;
  }

  /**
   * The project's own rules, read from its tables. Takes some tens of milliseconds: keep it.
   *
   * @throws IllegalArgumentException if the tables contradict each other, which a build never does
   */
  public static TreatmentCategories standard() {
    Concepts concepts = Concepts.standard();
    return new TreatmentCategories(concepts, new RuleBook(Rule.all(), concepts));
  }

  /** Names of all rules, as {@link TreatmentCategory#rule} gives them, in the order of decision. */
  public static List<String> ruleNames() {
    return Rule.all().stream().map(rule -> rule.category().rule()).toList();
  }

  /**
   * Category of what is in dispute.
   *
   * @param disputed the request's words, of any length
   * @return empty where no rule fits
   */
  public Optional<TreatmentCategory> of(String disputed) {
    return of(Words.of(disputed));
  }

  Optional<TreatmentCategory> of(Words words) {
    Mentions mentions = concepts.mentions(words);
    return rules
        .decide(Rule.Tier.TREATMENT, mentions)
        .or(() -> rules.decide(Rule.Tier.TREATMENT, concepts.mentionsWithDrift(words)))
        .or(() -> rules.decide(Rule.Tier.GENERAL, mentions))
        .or(() -> rules.decide(Rule.Tier.FORM, mentions));
  }
}
