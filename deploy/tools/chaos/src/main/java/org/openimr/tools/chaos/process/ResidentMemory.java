package org.openimr.tools.chaos.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What a process has resident, as Linux counts it. */
final class ResidentMemory {
  private static final String PEAK = "VmHWM:";
  private static final int KILO = 1024;

  private ResidentMemory() {}

  /** Most that was ever resident, in MB; empty where the system doesn't tell. */
  static OptionalLong peakMegabytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith(PEAK))
          .map(line -> line.substring(PEAK.length()).replace("kB", "").trim())
          .mapToLong(kilobytes -> Long.parseLong(kilobytes) / KILO)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
