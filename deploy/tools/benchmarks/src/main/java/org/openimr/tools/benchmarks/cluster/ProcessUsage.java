package org.openimr.tools.benchmarks.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process of this machine has used, from Linux' {@code /proc}.
 *
 * @param processor time on all processors, user and system
 * @param memoryBytes resident now
 * @param peakMemoryBytes resident at most
 */
public record ProcessUsage(Duration processor, long memoryBytes, long peakMemoryBytes) {
  /** Clock ticks of {@code /proc/PID/stat} a second, the same on every Linux that Java runs on. */
  private static final int TICKS = 100;

  private static final int USER_TICKS = 11;
  private static final int SYSTEM_TICKS = 12;
  private static final int KIB = 1024;

  static final ProcessUsage NONE = new ProcessUsage(Duration.ZERO, 0, 0);

  /** Usage of a process; {@link #NONE} once it is gone. */
  public static ProcessUsage of(long pid) {
    try {
      Path folder = Path.of("/proc", Long.toString(pid));
      String stat = Files.readString(folder.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
      String status = Files.readString(folder.resolve("status"));
      return new ProcessUsage(
          Duration.ofMillis(ticks * 1000 / TICKS), kib(status, "VmRSS:"), kib(status, "VmHWM:"));
    } catch (IOException e) {
      return NONE;
    }
  }

  /** Of two processes together. */
  public ProcessUsage plus(ProcessUsage other) {
    return new ProcessUsage(
        processor.plus(other.processor),
        memoryBytes + other.memoryBytes,
        peakMemoryBytes + other.peakMemoryBytes);
  }

  private static long kib(String status, String label) {
    return status
        .lines()
        .filter(line -> line.startsWith(label))
        .map(line -> line.substring(label.length()).replace("kB", "").strip())
        .mapToLong(Long::parseLong)
        .map(kib -> kib * KIB)
        .findFirst()
        .orElse(0);
  }
}
