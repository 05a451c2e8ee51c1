package org.openimr.runtime.health;

/**
 * The result of a health check.
 *
 * @param reason human-readable reason; empty while up, never text of a letter
 */
public record HealthStatus(State state, String reason) {
  /** Up. */
  public static final HealthStatus UP = new HealthStatus(State.UP, "");

  /** The state of a component. */
  public enum State {
    /** The component works. */
    UP,
    /** The component works, but something needed later or for redundancy is missing. */
    DEGRADED,
    /** The component does not work; letters wait. */
    DOWN
  }

  /** Degraded for a reason. */
  public static HealthStatus degraded(String reason) {
    return new HealthStatus(State.DEGRADED, reason);
  }

  /** Down for a reason. */
  public static HealthStatus down(String reason) {
    return new HealthStatus(State.DOWN, reason);
  }

  /** Whether the component works, possibly degraded. */
  public boolean isOperational() {
    return state != State.DOWN;
  }
}
