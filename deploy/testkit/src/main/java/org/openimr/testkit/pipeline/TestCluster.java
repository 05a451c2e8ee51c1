package org.openimr.testkit.pipeline;

import java.nio.file.Path;
import org.openimr.standalone.broker.EmbeddedBroker;
import org.openimr.standalone.stack.EmbeddedStack;

/**
 * Brokers and a registry.
 *
 * @param bootstrapServers address of the brokers
 * @param registryUrl URL of the registry
 * @param stop stops what the fixture started
 */
record TestCluster(String bootstrapServers, String registryUrl, Runnable stop)
    implements AutoCloseable {

  /** Starts a cluster with its data in a directory. */
  @FunctionalInterface
  interface Starter {
    TestCluster start(Path directory) throws Exception;
  }

  static TestCluster startStack(Path directory) {
    EmbeddedStack stack = EmbeddedStack.start(directory, EmbeddedStack.StackPorts.FREE);
    return new TestCluster(stack.broker().bootstrapServers(), stack.registry().url(), stack::close);
  }

  static TestCluster startBroker(Path directory, String registryUrl) {
    EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
    return new TestCluster(broker.bootstrapServers(), registryUrl, broker::close);
  }

  @Override
  public void close() {
    stop.run();
  }
}
