package org.openimr.tools.benchmarks.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.AppInfoParser;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Common options of benchmarks: flags and settings of processes, and output directories. */
public final class BenchmarkOptions {
  @Option(
      names = "--kafka",
      paramLabel = "KEY=VALUE",
      description =
          "Kafka setting of the services under test, for example commit.interval.ms=200. May be"
              + " repeated.")
  public Map<String, String> kafka = new TreeMap<>();

  @Option(
      names = "--flag",
      paramLabel = "FLAG",
      description = "JVM flag of these services. Default: -XX:+UseSerialGC -XX:NewRatio=1.")
  List<String> flags = List.of();

  @Option(
      names = "--broker-flag",
      paramLabel = "FLAG",
      description = "JVM flag of the broker. Default: -Xmx1g -XX:+UseParallelGC.")
  List<String> brokerFlags = List.of();

  @Option(
      names = "--profile",
      paramLabel = "DIR",
      description = "Directory for one JDK Flight Recorder file per process.")
  @Nullable Path profile;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/bench",
      description = "Directory for JSON and plot. Default: ${DEFAULT-VALUE}.")
  public Path out;

  /** Copies the options, including the map of Kafka settings. */
  public BenchmarkOptions copy() {
    BenchmarkOptions other = new BenchmarkOptions();
    other.kafka = new TreeMap<>(kafka);
    other.flags = flags;
    other.brokerFlags = brokerFlags;
    other.profile = profile;
    other.out = out;
    return other;
  }

  /**
   * Checks the output directories before a run.
   *
   * @throws ParameterException if a directory is not writable
   */
  public void validate(CommandSpec command) {
    requireWritable(command, "--out", out);
    if (profile != null) {
      requireWritable(command, "--profile", profile);
    }
  }

  private static void requireWritable(CommandSpec command, String option, Path directory) {
    try {
      Files.createDirectories(directory);
      Files.delete(Files.createTempFile(directory, "bench", ".try"));
    } catch (IOException e) {
      throw new ParameterException(
          command.commandLine(),
          "%s is not writable; specify another directory with %s."
              .formatted(directory.toAbsolutePath(), option));
    }
  }

  /** JVM flags of a service. */
  public List<String> jvmFlags(String process, int heapMib) {
    List<String> all = new ArrayList<>(serviceFlags(heapMib));
    all.addAll(recordingFlags(process));
    return all;
  }

  private List<String> serviceFlags(int heapMib) {
    List<String> all = new ArrayList<>(List.of("-Xmx" + heapMib + "m"));
    all.addAll(flags.isEmpty() ? BenchmarkCluster.SERVICE_FLAGS : flags);
    return all;
  }

  /** JVM flags of the broker. */
  List<String> brokerJvmFlags() {
    List<String> all = new ArrayList<>(baseBrokerFlags());
    all.addAll(recordingFlags("broker"));
    return all;
  }

  private List<String> baseBrokerFlags() {
    return brokerFlags.isEmpty() ? BenchmarkCluster.BROKER_FLAGS : brokerFlags;
  }

  /** Flags that record a process, if requested. */
  private List<String> recordingFlags(String process) {
    return profile == null
        ? List.of()
        : List.of(
            "-XX:StartFlightRecording=settings=profile,filename="
                + profile.toAbsolutePath().resolve(process + ".jfr"));
  }

  /** Kafka settings as service settings. */
  public Map<String, String> kafkaSettings() {
    Map<String, String> settings = new TreeMap<>();
    kafka.forEach((key, value) -> settings.put("kafka." + key, value));
    return settings;
  }

  /**
   * Describes version, flags and settings for the report.
   *
   * @param heapMib heap of the service under test
   */
  public String describe(int heapMib) {
    return "Kafka %s, services %s, broker %s, %s"
        .formatted(
            AppInfoParser.getVersion(),
            String.join(" ", serviceFlags(heapMib)),
            String.join(" ", baseBrokerFlags()),
            kafka.isEmpty() ? "default settings" : kafka.toString());
  }
}
