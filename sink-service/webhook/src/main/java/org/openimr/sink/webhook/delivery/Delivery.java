package org.openimr.sink.webhook.delivery;

/** What became of a webhook in the end. */
public sealed interface Delivery {
  /** The endpoint has it. */
  record Delivered() implements Delivery {}

  /**
   * The endpoint refused it, or the last try failed.
   *
   * @param why for people; never anything of the event
   */
  record Undeliverable(String why) implements Delivery {}

  /** The endpoint wants no webhooks any more. */
  record EndpointGone() implements Delivery {}

  /** Nobody asks for it any more. */
  record CalledOff() implements Delivery {}
}
