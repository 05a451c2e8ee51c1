package org.openimr.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.enrich.request.TreatmentCategories;

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
  static final class Counting {
    private final TreatmentCategories categories = TreatmentCategories.standard();
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
              .of(request.path("disputed").asText(""))
              .ifPresent(category -> byRule.merge(category.rule(), 1, Integer::sum));
        }
      }
    }

    CategoryCoverage done() {
      return new CategoryCoverage(requests, categorized, Map.copyOf(byRule));
    }
  }
}
