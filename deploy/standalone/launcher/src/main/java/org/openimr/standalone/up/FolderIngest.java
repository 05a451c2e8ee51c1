package org.openimr.standalone.up;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openimr.ingest.source.directory.DirectorySettings;
import org.openimr.ingest.source.directory.DirectorySource;
import org.openimr.ingest.source.producer.KafkaLetterProducer;
import org.openimr.ingest.source.producer.LetterProducer;
import org.openimr.schemas.settings.Settings;

/** Sends the letters of a directory to the broker, in a separate thread. */
public final class FolderIngest implements AutoCloseable {
  private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration SCAN_INTERVAL = Duration.ofMillis(500);

  private final DirectorySource source;
  private final LetterProducer producer;
  private final Thread thread;
  private volatile boolean allSent;
  private volatile @Nullable IOException failure;

  private FolderIngest(DirectorySource source, LetterProducer producer, boolean once) {
    this.source = source;
    this.producer = producer;
    this.thread = Thread.ofPlatform().name("letter-folder").unstarted(() -> ingest(once));
  }

  /**
   * Starts to send letters.
   *
   * @param state directory for the journal of sent files
   * @param once whether to stop after the existing files instead of watching for new ones
   * @throws IOException if the directory does not exist
   */
  public static FolderIngest open(Path directory, Path state, Settings broker, boolean once)
      throws IOException {
    DirectorySettings defaults = DirectorySettings.of(directory, state);
    LetterProducer producer = KafkaLetterProducer.create(broker.kafka(), DELIVERY_TIMEOUT);
    try {
      DirectorySource source =
          DirectorySource.open(
              new DirectorySettings(
                  directory, state, defaults.quietPeriod(), SCAN_INTERVAL, defaults.maxBytes()),
              producer,
              new SimpleMeterRegistry());
      FolderIngest letters = new FolderIngest(source, producer, once);
      letters.thread.start();
      return letters;
    } catch (IOException e) {
      producer.close();
      throw e;
    }
  }

  /** Number of letters that the broker has confirmed. */
  public long sent() {
    return source.ingested();
  }

  /** Number of files that could not be read. */
  public long failures() {
    return source.failures();
  }

  /**
   * Whether the broker has confirmed all existing files; always false when watching for new ones.
   *
   * @throws IOException if the directory can no longer be read
   */
  public boolean isAllSent() throws IOException {
    if (failure != null) {
      throw failure;
    }
    return allSent;
  }

  @Override
  public void close() throws IOException {
    source.close();
    try {
      thread.join(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close();
  }

  private void ingest(boolean once) {
    try {
      if (once) {
        source.ingestAll();
        allSent = true;
      } else {
        source.watch();
      }
    } catch (IOException e) {
      failure = e;
    }
  }
}
