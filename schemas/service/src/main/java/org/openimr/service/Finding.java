package org.openimr.service;

/**
 * What a check found.
 *
 * @param status how it is
 * @param reason what is the matter, for people; empty while all is well, never text of a letter
 */
public record Finding(Status status, String reason) {
  /** All is well. */
  public static final Finding UP = new Finding(Status.UP, "");

  /** How a part of a service is. */
  public enum Status {
    /** It works. */
    UP,
    /** It works, but something that it needs later or for safety is missing. */
    DEGRADED,
    /** It doesn't work now; letters wait. */
    DOWN
  }

  /** It works, but not as it should. */
  public static Finding degraded(String reason) {
    return new Finding(Status.DEGRADED, reason);
  }

  /** It doesn't work. */
  public static Finding down(String reason) {
    return new Finding(Status.DOWN, reason);
  }

  /** Whether it is of use now. */
  public boolean works() {
    return status != Status.DOWN;
  }
}
