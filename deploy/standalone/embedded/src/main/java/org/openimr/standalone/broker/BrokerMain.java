package org.openimr.standalone.broker;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Main class of a broker in a separate JVM. Arguments: {@code DIRECTORY PORT}, followed by {@code
 * ID CONTROLLER-PORT...} for a node of a cluster.
 */
public final class BrokerMain {
  private BrokerMain() {}

  public static void main(String[] arguments) {
    EmbeddedBroker broker = start(Path.of(arguments[0]), numbers(arguments));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
    System.out.println("serving on " + broker.bootstrapServers());
  }

  private static List<Integer> numbers(String[] arguments) {
    return Arrays.stream(arguments).skip(1).map(Integer::valueOf).toList();
  }

  private static EmbeddedBroker start(Path directory, List<Integer> numbers) {
    return numbers.size() == 1
        ? EmbeddedBroker.start(directory, numbers.getFirst())
        : EmbeddedBroker.start(
            directory,
            new ClusterNode(
                numbers.get(1), numbers.getFirst(), numbers.subList(2, numbers.size())));
  }
}
