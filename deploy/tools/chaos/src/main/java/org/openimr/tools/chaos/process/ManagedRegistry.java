package org.openimr.tools.chaos.process;

import java.nio.file.Path;
import java.util.Optional;
import org.openimr.standalone.registry.EmbeddedRegistry;

/** The registry; its schemas survive a restart. */
final class ManagedRegistry implements ManagedProcess {
  private final Path directory;
  private final int port;
  private volatile Optional<EmbeddedRegistry> registry = Optional.empty();

  ManagedRegistry(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  /** Starts the registry and waits until it is ready. */
  @Override
  public void start() {
    registry = Optional.of(EmbeddedRegistry.start(directory, port));
  }

  @Override
  public boolean isReady() {
    return isAlive();
  }

  @Override
  public long pid() {
    return registry.map(EmbeddedRegistry::pid).orElse(0L);
  }

  @Override
  public boolean isAlive() {
    return registry.flatMap(running -> ProcessHandle.of(running.pid())).isPresent();
  }

  @Override
  public Optional<String> findLogLine(String text) {
    return Optional.empty();
  }

  @Override
  public void kill() {
    registry
        .flatMap(running -> ProcessHandle.of(running.pid()))
        .ifPresent(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
  }
}
