package org.openimr.standalone.stack;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.openimr.standalone.broker.EmbeddedBroker;
import org.openimr.standalone.process.StartupException;
import org.openimr.standalone.registry.EmbeddedRegistry;

/** Broker and registry together, started at the same time. */
public record EmbeddedStack(EmbeddedBroker broker, EmbeddedRegistry registry)
    implements AutoCloseable {

  /** Ports to listen on; 0 for a free one. */
  public record StackPorts(int broker, int registry) {
    public static final StackPorts FREE = new StackPorts(0, 0);
  }

  /**
   * Starts both over what the folder holds, if anything.
   *
   * @throws StartupException if either can't start; then neither runs
   */
  public static EmbeddedStack start(Path folder, StackPorts ports) {
    CompletableFuture<EmbeddedRegistry> registry =
        CompletableFuture.supplyAsync(
            () -> EmbeddedRegistry.start(folder.resolve("registry"), ports.registry()),
            Thread.ofPlatform().name("registry-start")::start);
    EmbeddedBroker broker;
    try {
      broker = EmbeddedBroker.start(folder.resolve("broker"), ports.broker());
    } catch (StartupException e) {
      registry.thenAccept(EmbeddedRegistry::close);
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
