package org.openimr.sink.webhook.delivery;

import java.time.Duration;
import java.util.Optional;

/** What came of one try. */
sealed interface AttemptResult {
  /** The endpoint has it. */
  record Accepted() implements AttemptResult {}

  /**
   * Worth another try.
   *
   * @param why for people; never anything of the event or the answer's body
   * @param retryAfter what the endpoint asked for
   */
  record Failed(String reason, Optional<Duration> retryAfter) implements AttemptResult {}

  /** The same again would not be accepted either. */
  record Rejected(String reason) implements AttemptResult {}

  /** Nobody wants it delivered any more. */
  record NotAttempted() implements AttemptResult {}

  /** The endpoint wants nothing more, by 410. */
  record Gone() implements AttemptResult {}
}
