package org.openimr.sink.connect.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * When a failed task is started again: after 5 s, then twice as long each time up to 5 minutes;
 * from the beginning again for a task that has been well for as long as it last had to wait.
 */
final class RestartBackOff {
  static final Duration MIN_DELAY = Duration.ofSeconds(5);
  static final Duration MAX_DELAY = Duration.ofMinutes(5);

  private final Map<String, Wait> waits = new HashMap<>();

  private record Wait(Duration length, Instant since, boolean isOver) {}

  /** Whether a task that is failed now is to be started now; if so, the next wait is longer. */
  boolean isDue(String task, Instant now) {
    Wait wait = waits.get(task);
    if (wait == null || wait.isOver()) {
      waits.put(task, new Wait(wait == null ? MIN_DELAY : longer(wait.length()), now, false));
      return false;
    }
    if (now.isBefore(wait.since().plus(wait.length()))) {
      return false;
    }
    waits.put(task, new Wait(wait.length(), now, true));
    return true;
  }

  /** A task is well. */
  void reset(String task, Instant now) {
    Wait wait = waits.get(task);
    if (wait != null && now.isAfter(wait.since().plus(wait.length()))) {
      waits.remove(task);
    }
  }

  private static Duration longer(Duration length) {
    Duration twice = length.multipliedBy(2);
    return twice.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : twice;
  }
}
