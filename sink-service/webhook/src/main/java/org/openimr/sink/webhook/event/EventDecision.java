package org.openimr.sink.webhook.event;

import org.openimr.sink.webhook.delivery.WebhookMessage;

/** What a record is to an endpoint. */
public sealed interface EventDecision {
  /**
   * To be delivered.
   *
   * @param caseKey of the case that it is of; webhooks of a case go one after the other
   */
  record Selected(String caseKey, WebhookMessage webhook) implements EventDecision {}

  /** Not what the endpoint asked for. */
  record Filtered() implements EventDecision {}

  /** No event. */
  record Undecodable() implements EventDecision {}
}
