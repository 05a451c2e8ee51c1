package org.openimr.outages;

import java.nio.file.Path;
import org.openimr.embedded.EmbeddedRegistry;
import org.openimr.embedded.FreePorts;

/** A registry that can be stopped and started again where it was, with what it held. */
final class Registry implements AutoCloseable {
  private final Path folder;
  private final int port = FreePorts.choose();
  private EmbeddedRegistry process;

  Registry(Path folder) {
    this.folder = folder;
  }

  String url() {
    return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
  }

  Registry start() {
    process = EmbeddedRegistry.start(folder, port);
    return this;
  }

  void stop() {
    process.close();
    process = null;
  }

  @Override
  public void close() {
    if (process != null) {
      stop();
    }
  }
}
