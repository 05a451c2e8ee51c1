package org.openimr.runtime.health;

/**
 * What a check found.
 *
 * @param status how it is
 * @param reason what is the matter, for people; empty while all is well, never text of a letter
 */
public record HealthStatus(State state, String reason) {
  /** All is well. */
  public static final HealthStatus UP = new HealthStatus(State.UP, "");

  /** How a part of a service is. */
  public enum State {
    /** It works. */
    UP,
    /** It works, but something that it needs later or for safety is missing. */
    DEGRADED,
    /** It doesn't work now; letters wait. */
    DOWN
  }

  /** It works, but not as it should. */
  public static HealthStatus degraded(String reason) {
    return new HealthStatus(State.DEGRADED, reason);
  }

  /** It doesn't work. */
  public static HealthStatus down(String reason) {
    return new HealthStatus(State.DOWN, reason);
  }

  /** Whether it is of use now. */
  public boolean isOperational() {
    return state != State.DOWN;
  }
}
