package org.openimr.standalone.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.openimr.standalone.process.FreePorts;

/**
 * Ports of the pipeline on the loopback interface; 0 selects a free port.
 *
 * @param broker Kafka broker
 * @param registry schema registry
 * @param http HTTP API for letters
 * @param monitor monitor
 * @param worker Kafka Connect's REST API
 */
public record PipelinePorts(int broker, int registry, int http, int monitor, int worker) {
  /** Free ports. */
  public static final PipelinePorts FREE = new PipelinePorts(0, 0, 0, 0, 0);

  private static final int COUNT = 5;

  /** Five consecutive ports. */
  public static PipelinePorts startingAt(int first) {
    return of(IntStream.range(first, first + COUNT).boxed().toList());
  }

  /**
   * The ports of the previous run with the same data directory, if they are free, because clients
   * and connectors are configured with them; else new ones.
   *
   * @throws IOException if the ports cannot be stored
   */
  public static PipelinePorts of(DataDirectory data) throws IOException {
    Path file = data.subdirectory("ports");
    List<Integer> stored = read(file);
    if (stored.size() == COUNT && stored.stream().allMatch(FreePorts::isFree)) {
      return of(stored);
    }
    List<Integer> chosen = FreePorts.choose(COUNT);
    Files.write(file, chosen.stream().map(String::valueOf).toList());
    return of(chosen);
  }

  private static List<Integer> read(Path file) throws IOException {
    return Files.exists(file)
        ? Files.readAllLines(file).stream()
            .filter(line -> line.matches("[1-9]\\d{3,4}"))
            .map(Integer::valueOf)
            .filter(port -> port < 65_536)
            .toList()
        : List.of();
  }

  private static PipelinePorts of(List<Integer> ports) {
    return new PipelinePorts(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
  }
}
