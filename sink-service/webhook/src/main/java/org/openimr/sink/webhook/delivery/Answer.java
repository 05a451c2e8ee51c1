package org.openimr.sink.webhook.delivery;

import java.time.Duration;
import java.util.Optional;

/** What came of one try. */
sealed interface Answer {
  /** The endpoint has it. */
  record Accepted() implements Answer {}

  /**
   * Worth another try.
   *
   * @param why for people; never anything of the event or the answer's body
   * @param retryAfter what the endpoint asked for
   */
  record Failed(String why, Optional<Duration> retryAfter) implements Answer {}

  /** The same again would not be accepted either. */
  record Refused(String why) implements Answer {}

  /** Nobody wants it delivered any more. */
  record NotTried() implements Answer {}

  /** The endpoint wants nothing more, by 410. */
  record Gone() implements Answer {}
}
