package org.openimr.tools.chaos.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The machine of a run.
 *
 * @param memoryGigabytes main memory; 0 if not available
 */
public record HostInfo(
    String processor, int cores, long memoryGigabytes, String system, String java) {
  private static final long KB_PER_GB = 1024 * 1024;

  /** Detects the current machine. */
  public static HostInfo detect() {
    return new HostInfo(
        line("/proc/cpuinfo", "model name", System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(line("/proc/meminfo", "MemTotal", "0").replace("kB", "").trim()) / KB_PER_GB,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
  }

  @Override
  public String toString() {
    return "%s, %d cores, %d GB, %s, %s".formatted(processor, cores, memoryGigabytes, system, java);
  }

  private static String line(String file, String name, String fallback) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(fallback);
    } catch (IOException e) {
      return fallback;
    }
  }
}
