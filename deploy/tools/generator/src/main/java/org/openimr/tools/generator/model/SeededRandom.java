package org.openimr.tools.generator.model;

import java.util.List;

/** Throws that are the same for the same seed and index (SplitMix64). */
public final class SeededRandom {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private long state;

  public SeededRandom(long seed, long index) {
    state = mixed(mixed(seed + GAMMA) ^ mixed(index * GAMMA + 1));
  }

  private static long mixed(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long nextLong() {
    return mixed(state += GAMMA);
  }

  /** A number from 0 up to and without {@code bound}. */
  public int nextInt(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** A number from {@code first} to {@code last}, both included. */
  public int nextIntBetween(int first, int last) {
    return first + nextInt(last - first + 1);
  }

  /**
   * Whether something happens.
   *
   * @param share 0 for never, 1 for always
   */
  public boolean nextBoolean(double share) {
    return (nextLong() >>> 11) * 0x1.0p-53 < share;
  }

  /** A number from 0 to 1 whose logarithm is spread like a bell around 0: median 1. */
  public double nextLogNormal(double sigma) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += (nextLong() >>> 11) * 0x1.0p-53;
    }
    return Math.exp(sigma * sum);
  }

  public <T> T pick(List<T> choices) {
    return choices.get(nextInt(choices.size()));
  }

  /** A place in {@code weights}, the likelier the greater its weight. */
  public int weightedIndex(int... weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int thrown = nextInt(sum);
    int place = 0;
    while (thrown >= weights[place]) {
      thrown -= weights[place++];
    }
    return place;
  }
}
