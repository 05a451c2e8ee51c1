package org.openimr.tools.benchmarks.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What every benchmark can be told about the processes that it starts, and where it writes. */
public final class BenchmarkOptions {
  @Option(
      names = "--kafka",
      paramLabel = "KEY=VALUE",
      description =
          "a setting of Kafka for the services under test, such as commit.interval.ms=200; may be"
              + " repeated")
  public Map<String, String> kafka = new TreeMap<>();

  @Option(
      names = "--flag",
      paramLabel = "FLAG",
      description =
          "a flag of the JVM of these services; without one: -XX:+UseSerialGC -XX:NewRatio=1")
  List<String> flags = List.of();

  @Option(
      names = "--broker-flag",
      paramLabel = "FLAG",
      description = "a flag of the broker's JVM; without one: -Xmx1g -XX:+UseParallelGC")
  List<String> brokerFlags = List.of();

  @Option(
      names = "--profile",
      paramLabel = "DIR",
      description = "folder for recordings of JDK Flight Recorder, one of each process")
  Path profile;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/bench",
      description = "folder for JSON and plot: ${DEFAULT-VALUE}")
  public Path out;

  /** The same, with settings of Kafka of its own. */
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
   * Tries what is written at the end, so that no run is for nothing.
   *
   * @throws ParameterException if a folder can't be written to
   */
  public void validate(CommandSpec command) {
    writable(command, "--out", out);
    if (profile != null) {
      writable(command, "--profile", profile);
    }
  }

  private static void writable(CommandSpec command, String option, Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "bench", ".try"));
    } catch (IOException e) {
      throw new ParameterException(
          command.commandLine(),
          "Nothing can be written to %s; name another folder with %s."
              .formatted(folder.toAbsolutePath(), option));
    }
  }

  /** Flags of a service's process. */
  public List<String> jvmFlags(String process, int heapMib) {
    List<String> all = new ArrayList<>(serviceFlags(heapMib));
    all.addAll(recorded(process));
    return all;
  }

  private List<String> serviceFlags(int heapMib) {
    List<String> all = new ArrayList<>(List.of("-Xmx" + heapMib + "m"));
    all.addAll(flags.isEmpty() ? BenchmarkCluster.SERVICE_FLAGS : flags);
    return all;
  }

  /** Flags of the broker. */
  List<String> brokerJvmFlags() {
    List<String> all = new ArrayList<>(brokersOwnFlags());
    all.addAll(recorded("broker"));
    return all;
  }

  private List<String> brokersOwnFlags() {
    return brokerFlags.isEmpty() ? BenchmarkCluster.BROKER_FLAGS : brokerFlags;
  }

  /** Flags that have a process recorded, if that is wanted. */
  private List<String> recorded(String process) {
    return profile == null
        ? List.of()
        : List.of(
            "-XX:StartFlightRecording=settings=profile,filename="
                + profile.toAbsolutePath().resolve(process + ".jfr"));
  }

  /** Settings of Kafka as a service takes them. */
  public Map<String, String> kafkaSettings() {
    Map<String, String> settings = new TreeMap<>();
    kafka.forEach((key, value) -> settings.put("kafka." + key, value));
    return settings;
  }

  /**
   * Version, flags and settings, for the output.
   *
   * @param heapMib of the service under test
   */
  public String describe(int heapMib) {
    return "Kafka %s, services %s, broker %s, %s"
        .formatted(
            AppInfoParser.getVersion(),
            String.join(" ", serviceFlags(heapMib)),
            String.join(" ", brokersOwnFlags()),
            kafka.isEmpty() ? "default settings" : kafka.toString());
  }
}
