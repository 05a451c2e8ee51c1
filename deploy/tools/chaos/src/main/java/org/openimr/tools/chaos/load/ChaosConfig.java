package org.openimr.tools.chaos.load;

import java.time.Duration;

/**
 * Configuration of a run.
 *
 * @param kills number of kills
 * @param letters number of letters
 * @param damaged whether the letters are damaged, with unknown outcomes
 * @param seed the same seed gives the same letters and the same order of kills
 * @param every mean time between two kills
 */
public record ChaosConfig(int kills, int letters, boolean damaged, long seed, Duration every) {
  /** Maximum letters in flight in a run without kills. */
  private static final int MAX_IN_FLIGHT = 40_000;

  /** The send rate; with kills, such that the last letter and the last kill coincide. */
  public SendRate sendRate() {
    return kills == 0
        ? new SendRate(letters, Double.MAX_VALUE, MAX_IN_FLIGHT)
        : new SendRate(letters, letters / (kills * every.toMillis() / 1000.0), Integer.MAX_VALUE);
  }
}
