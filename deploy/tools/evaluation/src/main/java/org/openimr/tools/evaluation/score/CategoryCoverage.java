package org.openimr.tools.evaluation.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.parser.request.category.TreatmentCategoryClassifier;

/**
 * How many requests were given a treatment category, and by which rule.
 *
 * @param requests all that were read
 * @param categorized those with a category
 * @param byRule requests by the name of the rule that decided
 */
public record CategoryCoverage(int requests, int categorized, Map<String, Integer> byRule) {

  /** Share of requests with a category, from 0 to 1; 0 where there are no requests. */
  public double share() {
    return requests == 0 ? 0 : (double) categorized / requests;
  }

  /** Counts as determinations come. */
  static final class Builder {
    private final TreatmentCategoryClassifier categories = TreatmentCategoryClassifier.standard();
    private final Map<String, Integer> byRule = new TreeMap<>();
    private int requests;
    private int categorized;

    void add(JsonNode determination) {
      for (JsonNode decision : determination.path("decisions")) {
        JsonNode request = decision.path("request");
        requests++;
        if (request.hasNonNull("category")) {
          categorized++;
          categories
              .classify(request.path("disputed").asText(""))
              .ifPresent(category -> byRule.merge(category.rule(), 1, Integer::sum));
        }
      }
    }

    CategoryCoverage build() {
      return new CategoryCoverage(requests, categorized, Map.copyOf(byRule));
    }
  }
}
