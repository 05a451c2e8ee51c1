package org.openimr.tools.chaos.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a run took place.
 *
 * @param memoryGigabytes 0 where the system doesn't tell
 */
public record HostInfo(
    String processor, int cores, long memoryGigabytes, String system, String java) {
  private static final long KILO_PER_GIGA = 1024 * 1024;

  /** This machine. */
  public static HostInfo detect() {
    return new HostInfo(
        line("/proc/cpuinfo", "model name", System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(line("/proc/meminfo", "MemTotal", "0").replace("kB", "").trim())
            / KILO_PER_GIGA,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
  }

  @Override
  public String toString() {
    return "%s, %d cores, %d GB, %s, %s".formatted(processor, cores, memoryGigabytes, system, java);
  }

  private static String line(String file, String name, String otherwise) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(otherwise);
    } catch (IOException e) {
      return otherwise;
    }
  }
}
