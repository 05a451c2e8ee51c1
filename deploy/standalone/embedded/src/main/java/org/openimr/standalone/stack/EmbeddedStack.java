package org.openimr.standalone.stack;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.openimr.standalone.broker.EmbeddedBroker;
import org.openimr.standalone.process.StartupException;
import org.openimr.standalone.registry.EmbeddedRegistry;

/** An embedded broker and registry, started concurrently. */
public record EmbeddedStack(EmbeddedBroker broker, EmbeddedRegistry registry)
    implements AutoCloseable {

  /** Ports to listen on; 0 selects a free port. */
  public record StackPorts(int broker, int registry) {
    public static final StackPorts FREE = new StackPorts(0, 0);
  }

  /**
   * Starts both with the data in the directory, if any.
   *
   * @throws StartupException if either cannot start; the other is stopped then
   */
  public static EmbeddedStack start(Path directory, StackPorts ports) {
    CompletableFuture<EmbeddedRegistry> registry =
        CompletableFuture.supplyAsync(
            () -> EmbeddedRegistry.start(directory.resolve("registry"), ports.registry()),
            Thread.ofPlatform().name("registry-start")::start);
    EmbeddedBroker broker;
    try {
      broker = EmbeddedBroker.start(directory.resolve("broker"), ports.broker());
    } catch (StartupException e) {
      // the failure of the broker is the one to report
      var unused = registry.thenAccept(EmbeddedRegistry::close);
      throw e;
    }
    try {
      return new EmbeddedStack(broker, registry.join());
    } catch (CompletionException e) {
      broker.close();
      throw e.getCause() instanceof StartupException failure ? failure : e;
    }
  }

  @Override
  public void close() {
    CompletableFuture.allOf(
            CompletableFuture.runAsync(registry::close, Thread.ofPlatform()::start),
            CompletableFuture.runAsync(broker::close, Thread.ofPlatform()::start))
        .join();
  }
}
