package org.openimr.standalone.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.openimr.standalone.process.FreePorts;

/**
 * Where the pipeline listens on the loopback interface; 0 for any free port.
 *
 * @param broker of Kafka
 * @param registry of schemas
 * @param http entrance for letters
 * @param monitor page to look at
 * @param worker Kafka Connect's REST API
 */
public record PipelinePorts(int broker, int registry, int http, int monitor, int worker) {
  /** Any that are free. */
  public static final PipelinePorts FREE = new PipelinePorts(0, 0, 0, 0, 0);

  private static final int COUNT = 5;

  /** Five in a row. */
  public static PipelinePorts startingAt(int first) {
    return of(IntStream.range(first, first + COUNT).boxed().toList());
  }

  /**
   * Those of the last run over the same folder, as long as nobody else has them: other programs
   * were told of them, and connectors start with what the last run told them.
   *
   * @throws IOException if they can't be written down
   */
  public static PipelinePorts of(DataDirectory data) throws IOException {
    Path file = data.subdirectory("ports");
    List<Integer> kept = read(file);
    if (kept.size() == COUNT && kept.stream().allMatch(FreePorts::isFree)) {
      return of(kept);
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
