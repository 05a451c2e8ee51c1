package org.openimr.tools.benchmarks.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * CPU time and memory of a process, from {@code /proc} of Linux.
 *
 * @param processor CPU time, user and system
 * @param memoryBytes resident memory
 * @param peakMemoryBytes peak resident memory
 */
public record ProcessUsage(Duration processor, long memoryBytes, long peakMemoryBytes) {
  /** Clock ticks per second in {@code /proc/PID/stat}. */
  private static final int TICKS_PER_SECOND = 100;

  private static final int USER_TICKS = 11;
  private static final int SYSTEM_TICKS = 12;
  private static final int KIB = 1024;

  static final ProcessUsage NONE = new ProcessUsage(Duration.ZERO, 0, 0);

  /** Reads the usage of a process; {@link #NONE} if it has ended. */
  public static ProcessUsage of(long pid) {
    try {
      Path directory = Path.of("/proc", Long.toString(pid));
      String stat = Files.readString(directory.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
      String status = Files.readString(directory.resolve("status"));
      return new ProcessUsage(
          Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND),
          kib(status, "VmRSS:"),
          kib(status, "VmHWM:"));
    } catch (IOException e) {
      return NONE;
    }
  }

  /** Adds the usage of another process. */
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
