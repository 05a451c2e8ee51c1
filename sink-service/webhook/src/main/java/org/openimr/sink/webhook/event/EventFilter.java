package org.openimr.sink.webhook.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Selects the decisions that an endpoint receives. An empty set accepts all decisions; any other
 * set accepts those with one of its values, ignoring case. An event of a whole case is accepted if
 * one of its decisions is.
 *
 * @param categories categories or subcategories of the request
 * @param outcomes {@code UPHELD}, {@code OVERTURNED}
 * @param guidelines ids or documents that either side cites
 * @param warnings codes of warnings about the decision, or about the header or the summary of its
 *     letter if the event has them
 */
public record EventFilter(
    Set<String> categories, Set<String> outcomes, Set<String> guidelines, Set<String> warnings) {

  /** The filter that accepts all events. */
  public static final EventFilter ALL = of(List.of(), List.of(), List.of(), List.of());

  /** Creates a filter from values in any case. */
  public static EventFilter of(
      Collection<String> categories,
      Collection<String> outcomes,
      Collection<String> guidelines,
      Collection<String> warnings) {
    return new EventFilter(
        ignoringCase(categories),
        ignoringCase(outcomes),
        ignoringCase(guidelines),
        ignoringCase(warnings));
  }

  private static Set<String> ignoringCase(Collection<String> values) {
    Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(values);
    return set;
  }

  /**
   * Whether an event is accepted.
   *
   * @param event a Determination or an ItemDecision, in the JSON form of CONTRACT.md
   */
  public boolean matches(JsonNode event) {
    boolean isLetterAccepted =
        warnings.isEmpty()
            || hasWarning(event.path("header"))
            || hasWarning(event.path("clinicalSummary"));
    Predicate<JsonNode> accepts =
        decision -> matchesDecision(decision) && (isLetterAccepted || hasWarning(decision));
    return event.has("decisions")
        ? isUnfiltered() || event.get("decisions").valueStream().anyMatch(accepts)
        : accepts.test(event);
  }

  private boolean isUnfiltered() {
    return categories.isEmpty() && outcomes.isEmpty() && guidelines.isEmpty() && warnings.isEmpty();
  }

  private boolean hasWarning(JsonNode warned) {
    return has(warnings, warned.path("warnings").valueStream().map(one -> one.path("code")));
  }

  private boolean matchesDecision(JsonNode decision) {
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

  private static boolean has(Set<String> accepted, Stream<JsonNode> values) {
    return accepted.isEmpty()
        || values.filter(JsonNode::isTextual).map(JsonNode::textValue).anyMatch(accepted::contains);
  }
}
