package org.openimr.tools.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;

/** Describes the machine of a measurement. */
public final class BenchmarkHost {
  private static final Path CPU = Path.of("/proc/cpuinfo");

  private BenchmarkHost() {}

  /** Date, processor, system, JDK and settings, one per line. */
  public static String describe(String settings) {
    return """
    - when: %s
    - machine: %s, %d processors, %s %s; load average at the end %.2f
    - JDK: %s %s
    - settings: %s
    """
        .formatted(
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
            System.getProperty("java.vm.name"),
            System.getProperty("java.vm.version"),
            settings);
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(CPU)) {
      return lines
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }
}
