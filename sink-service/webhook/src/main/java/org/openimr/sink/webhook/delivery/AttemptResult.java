package org.openimr.sink.webhook.delivery;

import java.time.Duration;
import java.util.Optional;

/** Result of one delivery attempt. */
sealed interface AttemptResult {
  /** The endpoint accepted the webhook. */
  record Accepted() implements AttemptResult {}

  /**
   * The attempt failed and may be repeated.
   *
   * @param reason text for operators, without content of the event or the response body
   * @param retryAfter delay that the endpoint requested
   */
  record Failed(String reason, Optional<Duration> retryAfter) implements AttemptResult {}

  /**
   * The endpoint rejected the webhook and would reject it again.
   *
   * @param reason text for operators
   */
  record Rejected(String reason) implements AttemptResult {}

  /** The delivery was cancelled before this attempt. */
  record NotAttempted() implements AttemptResult {}

  /** The endpoint answered 410: it accepts no more webhooks. */
  record Gone() implements AttemptResult {}
}
