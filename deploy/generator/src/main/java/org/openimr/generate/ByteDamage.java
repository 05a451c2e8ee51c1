package org.openimr.generate;

import java.util.Arrays;

/** Damage to a file's bytes: cut off, overwritten, a stretch lost or doubled. */
final class ByteDamage {
  private static final int LONGEST_STRETCH = 600;

  private ByteDamage() {}

  static byte[] of(byte[] file, Dice dice) {
    return switch (dice.below(4)) {
      case 0 -> Arrays.copyOf(file, dice.below(file.length + 1));
      case 1 -> overwritten(file, dice);
      case 2 -> without(file, dice);
      default -> doubled(file, dice);
    };
  }

  private static byte[] overwritten(byte[] file, Dice dice) {
    byte[] damaged = file.clone();
    for (int i = dice.between(1, 60); i > 0; i--) {
      damaged[dice.below(damaged.length)] = (byte) dice.below(256);
    }
    return damaged;
  }

  private static byte[] without(byte[] file, Dice dice) {
    int start = dice.below(file.length);
    int length = Math.min(dice.between(1, LONGEST_STRETCH), file.length - start);
    byte[] damaged = Arrays.copyOf(file, file.length - length);
    System.arraycopy(file, start + length, damaged, start, file.length - start - length);
    return damaged;
  }

  private static byte[] doubled(byte[] file, Dice dice) {
    int start = dice.below(file.length);
    int length = Math.min(dice.between(1, LONGEST_STRETCH), file.length - start);
    byte[] damaged = Arrays.copyOf(file, file.length + length);
    System.arraycopy(file, start, damaged, start + length, file.length - start);
    return damaged;
  }
}
