package org.openimr.sink.webhook.event;

import org.openimr.sink.webhook.delivery.WebhookMessage;

/** Decides what to do with a record for one endpoint. */
public sealed interface EventDecision {
  /**
   * Deliver the event.
   *
   * @param caseKey case of the event; webhooks of one case are delivered in order
   */
  record Selected(String caseKey, WebhookMessage webhook) implements EventDecision {}

  /** Skip the record: the endpoint did not select it. */
  record Filtered() implements EventDecision {}

  /** Write a dead letter: the record is not an event. */
  record Undecodable() implements EventDecision {}
}
