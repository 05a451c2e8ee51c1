package org.openimr.sink.webhook.delivery;

/** Final result of delivering a webhook. */
public sealed interface DeliveryResult {
  /** The endpoint accepted the webhook. */
  record Delivered() implements DeliveryResult {}

  /**
   * The endpoint rejected the webhook, or the last attempt failed.
   *
   * @param reason text for operators, without content of the event
   */
  record Undeliverable(String reason) implements DeliveryResult {}

  /** The endpoint accepts no more webhooks. */
  record EndpointGone() implements DeliveryResult {}

  /** The caller cancelled the delivery. */
  record Cancelled() implements DeliveryResult {}
}
