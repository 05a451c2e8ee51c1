package org.openimr.benchmarks.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** How letters are read again. */
final class ReplayOptions {
  @Option(
      names = "--letters",
      paramLabel = "N",
      defaultValue = "200000",
      description = "letters, each of another case: ${DEFAULT-VALUE}; the whole history is 1700000")
  long letters;

  @Option(
      names = "--store",
      paramLabel = "N",
      defaultValue = "0",
      description = "other cases that enrich knows at its start: ${DEFAULT-VALUE}")
  long store;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "12",
      description = "partitions of each topic: ${DEFAULT-VALUE}")
  int partitions;

  @Option(
      names = "--instances",
      paramLabel = "N",
      defaultValue = "1",
      description = "processes of each topology: ${DEFAULT-VALUE}")
  int instances;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "stream threads of each: ${DEFAULT-VALUE}")
  int threads;

  @Option(
      names = "--heap",
      paramLabel = "MB",
      defaultValue = "512",
      description = "heap of each: ${DEFAULT-VALUE}")
  int heap;

  @Option(
      names = "--kafka",
      paramLabel = "KEY=VALUE",
      description = "a setting of Kafka for both topologies, such as commit.interval.ms=200")
  Map<String, String> kafka = new TreeMap<>();

  @Option(
      names = "--flag",
      paramLabel = "FLAG",
      description = "a flag of the JVM of both; without one: -XX:+UseSerialGC -XX:NewRatio=1")
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

  /** The same but for a change. */
  ReplayOptions with(Consumer<ReplayOptions> change) {
    ReplayOptions other = new ReplayOptions();
    other.letters = letters;
    other.store = store;
    other.partitions = partitions;
    other.instances = instances;
    other.threads = threads;
    other.heap = heap;
    other.kafka = new TreeMap<>(kafka);
    other.flags = flags;
    other.brokerFlags = brokerFlags;
    other.profile = profile;
    change.accept(other);
    return other;
  }

  /** Flags of a topology's process. */
  List<String> flagsOf(String process) {
    List<String> all = new ArrayList<>(serviceFlags());
    all.addAll(recorded(process));
    return all;
  }

  private List<String> serviceFlags() {
    List<String> all = new ArrayList<>(List.of("-Xmx" + heap + "m"));
    all.addAll(flags.isEmpty() ? Stack.SERVICE_FLAGS : flags);
    return all;
  }

  /** Flags of the broker. */
  List<String> flagsOfBroker() {
    List<String> all = new ArrayList<>(brokersOwnFlags());
    all.addAll(recorded("broker"));
    return all;
  }

  private List<String> brokersOwnFlags() {
    return brokerFlags.isEmpty() ? Stack.BROKER_FLAGS : brokerFlags;
  }

  /** Flags that have a process recorded, if that is wanted. */
  List<String> recorded(String process) {
    return profile == null
        ? List.of()
        : List.of(
            "-XX:StartFlightRecording=settings=profile,filename="
                + profile.toAbsolutePath().resolve(process + ".jfr"));
  }

  /** All of them, for the output. */
  String described() {
    return "Kafka 4.3.1, %,d cases in the store before, %d partitions, %d instances of %d threads, %s; broker %s %s"
        .formatted(store, partitions, instances, threads, serviceFlags(), brokersOwnFlags(), kafka);
  }
}
