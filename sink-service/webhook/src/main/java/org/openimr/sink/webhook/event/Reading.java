package org.openimr.sink.webhook.event;

import org.openimr.sink.webhook.delivery.Webhook;

/** What a record is to an endpoint. */
public sealed interface Reading {
  /**
   * To be delivered.
   *
   * @param caseKey of the case that it is of; webhooks of a case go one after the other
   */
  record Wanted(String caseKey, Webhook webhook) implements Reading {}

  /** Not what the endpoint asked for. */
  record Unwanted() implements Reading {}

  /** No event. */
  record Undecodable() implements Reading {}
}
