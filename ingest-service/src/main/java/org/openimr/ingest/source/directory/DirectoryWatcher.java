package org.openimr.ingest.source.directory;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.function.Supplier;
import org.openimr.ingest.source.producer.LetterProducer;
import org.openimr.runtime.health.HealthStatus;

/** Runs a {@link DirectorySource} in its own thread. */
public final class DirectoryWatcher implements Supplier<HealthStatus>, AutoCloseable {
  private final DirectorySource source;
  private final Thread thread;

  private DirectoryWatcher(DirectorySource source) {
    this.source = source;
    this.thread = Thread.ofPlatform().daemon().name("imr-directory").unstarted(source::watch);
  }

  public static DirectoryWatcher start(
      DirectorySettings settings, LetterProducer producer, MeterRegistry metrics)
      throws IOException {
    DirectoryWatcher watcher =
        new DirectoryWatcher(DirectorySource.open(settings, producer, metrics));
    watcher.thread.start();
    return watcher;
  }

  public DirectorySource source() {
    return source;
  }

  /** Returns whether letters are being ingested. */
  @Override
  public HealthStatus get() {
    return thread.isAlive()
        ? source.blockedReason().map(HealthStatus::down).orElse(HealthStatus.UP)
        : HealthStatus.down("directory watcher stopped");
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
