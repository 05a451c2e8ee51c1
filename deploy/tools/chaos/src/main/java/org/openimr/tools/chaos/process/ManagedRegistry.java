package org.openimr.tools.chaos.process;

import java.nio.file.Path;
import java.util.Optional;
import org.openimr.standalone.registry.EmbeddedRegistry;

/** The registry, over the same schemas at each start. */
final class ManagedRegistry implements ManagedProcess {
  private final Path folder;
  private final int port;
  private volatile Optional<EmbeddedRegistry> registry = Optional.empty();

  ManagedRegistry(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Returns when it serves. */
  @Override
  public void start() {
    registry = Optional.of(EmbeddedRegistry.start(folder, port));
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
  public Optional<String> findLogLine(String words) {
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
