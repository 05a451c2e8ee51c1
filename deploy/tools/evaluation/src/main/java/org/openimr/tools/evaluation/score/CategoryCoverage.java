package org.openimr.tools.evaluation.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.parser.request.category.TreatmentCategoryClassifier;

/**
 * Coverage of requests by treatment categories.
 *
 * @param requests number of requests
 * @param categorized requests with a category
 * @param byRule number of requests by the rule that assigned the category
 */
public record CategoryCoverage(int requests, int categorized, Map<String, Integer> byRule) {

  /** Share of requests with a category, from 0 to 1; 0 if there are no requests. */
  public double share() {
    return requests == 0 ? 0 : (double) categorized / requests;
  }

  /** Counts requests of determinations. */
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
