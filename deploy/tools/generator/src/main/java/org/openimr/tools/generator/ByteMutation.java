package org.openimr.tools.generator;

import java.util.Arrays;
import org.openimr.tools.generator.model.SeededRandom;

/** Damages the bytes of a file: truncates it, or overwrites, removes or duplicates bytes. */
final class ByteMutation {
  private static final int MAX_RANGE = 600;

  private ByteMutation() {}

  static byte[] apply(byte[] file, SeededRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(file, random.nextInt(file.length + 1));
      case 1 -> overwrite(file, random);
      case 2 -> removeRange(file, random);
      default -> duplicateRange(file, random);
    };
  }

  private static byte[] overwrite(byte[] file, SeededRandom random) {
    byte[] damaged = file.clone();
    for (int i = random.nextIntBetween(1, 60); i > 0; i--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  private static byte[] removeRange(byte[] file, SeededRandom random) {
    int start = random.nextInt(file.length);
    int length = Math.min(random.nextIntBetween(1, MAX_RANGE), file.length - start);
    byte[] damaged = Arrays.copyOf(file, file.length - length);
    System.arraycopy(file, start + length, damaged, start, file.length - start - length);
    return damaged;
  }

  private static byte[] duplicateRange(byte[] file, SeededRandom random) {
    int start = random.nextInt(file.length);
    int length = Math.min(random.nextIntBetween(1, MAX_RANGE), file.length - start);
    byte[] damaged = Arrays.copyOf(file, file.length + length);
    System.arraycopy(file, start, damaged, start + length, file.length - start);
    return damaged;
  }
}
