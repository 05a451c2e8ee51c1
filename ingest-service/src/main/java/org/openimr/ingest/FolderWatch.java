package org.openimr.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.function.Supplier;
import org.openimr.ingest.source.DirectorySettings;
import org.openimr.ingest.source.DirectorySource;
import org.openimr.ingest.source.LetterProducer;
import org.openimr.service.Finding;

/** A folder whose letters are taken by a thread of its own. */
final class FolderWatch implements Supplier<Finding>, AutoCloseable {
  private final DirectorySource source;
  private final Thread thread;

  private FolderWatch(DirectorySource source) {
    this.source = source;
    this.thread = Thread.ofPlatform().daemon().name("imr-directory").unstarted(source::watch);
  }

  static FolderWatch start(
      DirectorySettings settings, LetterProducer producer, MeterRegistry metrics)
      throws IOException {
    FolderWatch watch = new FolderWatch(DirectorySource.open(settings, producer, metrics));
    watch.thread.start();
    return watch;
  }

  DirectorySource source() {
    return source;
  }

  /** Whether letters are still taken. */
  @Override
  public Finding get() {
    return thread.isAlive()
        ? source.complaint().map(Finding::down).orElse(Finding.UP)
        : Finding.down("no more letters are taken");
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
