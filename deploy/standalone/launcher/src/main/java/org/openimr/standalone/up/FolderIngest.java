package org.openimr.standalone.up;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.openimr.ingest.source.directory.DirectorySettings;
import org.openimr.ingest.source.directory.DirectorySource;
import org.openimr.ingest.source.producer.KafkaLetterProducer;
import org.openimr.ingest.source.producer.LetterProducer;
import org.openimr.schemas.settings.Settings;

/** The letters of a folder on their way to the broker, in a thread of its own. */
public final class FolderIngest implements AutoCloseable {
  private static final Duration DELIVERY = Duration.ofSeconds(30);
  private static final Duration SCAN_INTERVAL = Duration.ofMillis(500);

  private final DirectorySource source;
  private final LetterProducer producer;
  private final Thread taking;
  private volatile boolean allSent;
  private volatile IOException failure;

  private FolderIngest(DirectorySource source, LetterProducer producer, boolean once) {
    this.source = source;
    this.producer = producer;
    this.taking = Thread.ofPlatform().name("letter-folder").unstarted(() -> ingest(once));
  }

  /**
   * Begins to take letters.
   *
   * @param state folder for the journal of files that were taken
   * @param once whether it ends with those that are there, or goes on with those that come
   * @throws IOException if the folder is not there
   */
  public static FolderIngest open(Path folder, Path state, Settings broker, boolean once)
      throws IOException {
    DirectorySettings usual = DirectorySettings.of(folder, state);
    LetterProducer producer = KafkaLetterProducer.create(broker.kafka(), DELIVERY);
    try {
      DirectorySource source =
          DirectorySource.open(
              new DirectorySettings(
                  folder, state, usual.quietPeriod(), SCAN_INTERVAL, usual.maxBytes()),
              producer,
              new SimpleMeterRegistry());
      FolderIngest letters = new FolderIngest(source, producer, once);
      letters.taking.start();
      return letters;
    } catch (IOException e) {
      producer.close();
      throw e;
    }
  }

  /** Letters that the broker has. */
  public long sent() {
    return source.ingested();
  }

  /** Files that could not be read. */
  public long failures() {
    return source.failures();
  }

  /**
   * Whether all that were there are on the broker; never if it goes on with those that come.
   *
   * @throws IOException if the folder can't be read any more
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
      taking.join(Duration.ofSeconds(1));
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
