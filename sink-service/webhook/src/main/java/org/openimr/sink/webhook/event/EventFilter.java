package org.openimr.sink.webhook.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which decisions an endpoint wants. What is empty wants all; what is not wants a decision that has
 * one of the values, in every case of letters. An event of a whole case is wanted if one of its
 * decisions is.
 *
 * @param categories categories or subcategories of the request
 * @param outcomes {@code UPHELD}, {@code OVERTURNED}
 * @param guidelines ids or documents that either side cites
 */
public record EventFilter(Set<String> categories, Set<String> outcomes, Set<String> guidelines) {

  /** A selection of these values. */
  public static EventFilter of(
      Collection<String> categories, Collection<String> outcomes, Collection<String> guidelines) {
    return new EventFilter(inAnyCase(categories), inAnyCase(outcomes), inAnyCase(guidelines));
  }

  private static Set<String> inAnyCase(Collection<String> values) {
    Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(values);
    return set;
  }

  /**
   * Whether an event is wanted.
   *
   * @param event a Determination or an ItemDecision, as CONTRACT.md has them in JSON
   */
  public boolean matches(JsonNode event) {
    if (categories.isEmpty() && outcomes.isEmpty() && guidelines.isEmpty()) {
      return true;
    }
    return event.has("decisions")
        ? event.get("decisions").valueStream().anyMatch(this::wantsDecision)
        : wantsDecision(event);
  }

  private boolean wantsDecision(JsonNode decision) {
    JsonNode request = decision.path("request");
    return has(outcomes, Stream.of(decision.path("outcome")))
        && has(categories, Stream.of(request.path("category"), request.path("subcategory")))
        && has(
            guidelines,
            Stream.of("claimsAdministratorBasis", "reviewerBasis")
                .flatMap(side -> decision.path(side).path("citations").valueStream())
                .flatMap(
                    citation ->
                        Stream.of(citation.path("guidelineId"), citation.path("document"))));
  }

  private static boolean has(Set<String> wanted, Stream<JsonNode> values) {
    return wanted.isEmpty()
        || values.filter(JsonNode::isTextual).map(JsonNode::textValue).anyMatch(wanted::contains);
  }
}
