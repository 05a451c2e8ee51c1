package org.openimr.sink.connect.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Delays restarts of failed tasks: 5 s, then doubled each time up to 5 minutes. The delay starts
 * over for a task that has run for as long as its last delay.
 *
 * <p>Not built on Failsafe's retry policy: that executes an action and sleeps until its next
 * attempt, while this is a table that the supervisor consults for each task at each poll.
 */
final class RestartBackOff {
  static final Duration MIN_DELAY = Duration.ofSeconds(5);
  static final Duration MAX_DELAY = Duration.ofMinutes(5);

  private final Map<String, Delay> delays = new HashMap<>();

  private record Delay(Duration length, Instant since, boolean isOver) {}

  /** Whether to restart a failed task now; if so, its next delay is longer. */
  boolean isDue(String task, Instant now) {
    Delay delay = delays.get(task);
    if (delay == null || delay.isOver()) {
      delays.put(task, new Delay(delay == null ? MIN_DELAY : longer(delay.length()), now, false));
      return false;
    }
    if (now.isBefore(delay.since().plus(delay.length()))) {
      return false;
    }
    delays.put(task, new Delay(delay.length(), now, true));
    return true;
  }

  /** Tells that a task is not failed. */
  void reset(String task, Instant now) {
    Delay delay = delays.get(task);
    if (delay != null && now.isAfter(delay.since().plus(delay.length()))) {
      delays.remove(task);
    }
  }

  private static Duration longer(Duration length) {
    Duration doubled = length.multipliedBy(2);
    return doubled.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : doubled;
  }
}
