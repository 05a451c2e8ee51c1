package org.openimr.tools.generator.model;

import java.util.List;

/** Random numbers determined by a seed and an index (SplitMix64). */
public final class SeededRandom {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private long state;

  public SeededRandom(long seed, long index) {
    state = mix(mix(seed + GAMMA) ^ mix(index * GAMMA + 1));
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long nextLong() {
    return mix(state += GAMMA);
  }

  /** A number from 0 to {@code bound}, exclusive. */
  public int nextInt(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** A number from {@code first} to {@code last}, inclusive. */
  public int nextIntBetween(int first, int last) {
    return first + nextInt(last - first + 1);
  }

  /**
   * Returns true with a given probability.
   *
   * @param share from 0 to 1
   */
  public boolean nextBoolean(double share) {
    return (nextLong() >>> 11) * 0x1.0p-53 < share;
  }

  /** A positive number whose logarithm is approximately normal around 0; the median is 1. */
  public double nextLogNormal(double sigma) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += (nextLong() >>> 11) * 0x1.0p-53;
    }
    return Math.exp(sigma * sum);
  }

  /** A uniformly chosen element. */
  public <T> T pick(List<T> choices) {
    return choices.get(nextInt(choices.size()));
  }

  /** An index chosen in proportion to its weight. */
  public int weightedIndex(int... weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int remaining = nextInt(sum);
    int index = 0;
    while (remaining >= weights[index]) {
      remaining -= weights[index++];
    }
    return index;
  }
}
