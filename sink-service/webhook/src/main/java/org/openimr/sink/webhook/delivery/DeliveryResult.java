package org.openimr.sink.webhook.delivery;

/** What became of a webhook in the end. */
public sealed interface DeliveryResult {
  /** The endpoint has it. */
  record Delivered() implements DeliveryResult {}

  /**
   * The endpoint refused it, or the last try failed.
   *
   * @param why for people; never anything of the event
   */
  record Undeliverable(String reason) implements DeliveryResult {}

  /** The endpoint wants no webhooks any more. */
  record EndpointGone() implements DeliveryResult {}

  /** Nobody asks for it any more. */
  record Cancelled() implements DeliveryResult {}
}
