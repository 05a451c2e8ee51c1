package org.openimr.tools.generator;

import java.util.Arrays;
import org.openimr.tools.generator.model.SeededRandom;

/** Damage to a file's bytes: cut off, overwritten, a stretch lost or doubled. */
final class ByteMutation {
  private static final int LONGEST_STRETCH = 600;

  private ByteMutation() {}

  static byte[] apply(byte[] file, SeededRandom dice) {
    return switch (dice.nextInt(4)) {
      case 0 -> Arrays.copyOf(file, dice.nextInt(file.length + 1));
      case 1 -> overwritten(file, dice);
      case 2 -> without(file, dice);
      default -> doubled(file, dice);
    };
  }

  private static byte[] overwritten(byte[] file, SeededRandom dice) {
    byte[] damaged = file.clone();
    for (int i = dice.nextIntBetween(1, 60); i > 0; i--) {
      damaged[dice.nextInt(damaged.length)] = (byte) dice.nextInt(256);
    }
    return damaged;
  }

  private static byte[] without(byte[] file, SeededRandom dice) {
    int start = dice.nextInt(file.length);
    int length = Math.min(dice.nextIntBetween(1, LONGEST_STRETCH), file.length - start);
    byte[] damaged = Arrays.copyOf(file, file.length - length);
    System.arraycopy(file, start + length, damaged, start, file.length - start - length);
    return damaged;
  }

  private static byte[] doubled(byte[] file, SeededRandom dice) {
    int start = dice.nextInt(file.length);
    int length = Math.min(dice.nextIntBetween(1, LONGEST_STRETCH), file.length - start);
    byte[] damaged = Arrays.copyOf(file, file.length + length);
    System.arraycopy(file, start, damaged, start + length, file.length - start);
    return damaged;
  }
}
