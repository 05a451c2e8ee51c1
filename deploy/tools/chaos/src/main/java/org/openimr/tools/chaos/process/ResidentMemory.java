package org.openimr.tools.chaos.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Resident memory of a process on Linux. */
final class ResidentMemory {
  private static final String PEAK = "VmHWM:";
  private static final int KB_PER_MB = 1024;

  private ResidentMemory() {}

  /** Peak resident memory in MB; empty if {@code /proc} is not available. */
  static OptionalLong peakMegabytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith(PEAK))
          .map(line -> line.substring(PEAK.length()).replace("kB", "").trim())
          .mapToLong(kilobytes -> Long.parseLong(kilobytes) / KB_PER_MB)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
