package org.openimr.tools.chaos.load;

import java.time.Duration;

/**
 * What a run does.
 *
 * @param kills processes that are killed, 0 for none
 * @param letters that are sent
 * @param damaged whether they are damaged ones, whose fate nobody knows
 * @param seed the same seed gives the same letters and the same order of kills
 * @param every mean time between two kills
 */
public record ChaosConfig(int kills, int letters, boolean damaged, long seed, Duration every) {
  /** Letters that may be under way when nothing is killed: what more there is waits. */
  private static final int UNDER_WAY = 40_000;

  /** How fast letters are sent: with kills so that the last of both fall together. */
  public SendRate sendRate() {
    return kills == 0
        ? new SendRate(letters, Double.MAX_VALUE, UNDER_WAY)
        : new SendRate(letters, letters / (kills * every.toMillis() / 1000.0), Integer.MAX_VALUE);
  }
}
