package org.openimr.local.up;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.openimr.ingest.source.DirectorySettings;
import org.openimr.ingest.source.DirectorySource;
import org.openimr.ingest.source.KafkaLetterProducer;
import org.openimr.ingest.source.LetterProducer;
import org.openimr.schemas.Settings;

/** The letters of a folder on their way to the broker, in a thread of its own. */
public final class LetterFolder implements AutoCloseable {
  private static final Duration DELIVERY = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final DirectorySource source;
  private final LetterProducer producer;
  private final Thread taking;
  private volatile boolean allTaken;
  private volatile IOException failure;

  private LetterFolder(DirectorySource source, LetterProducer producer, boolean once) {
    this.source = source;
    this.producer = producer;
    this.taking = Thread.ofPlatform().name("letter-folder").unstarted(() -> take(once));
  }

  /**
   * Begins to take letters.
   *
   * @param state folder for the journal of files that were taken
   * @param once whether it ends with those that are there, or goes on with those that come
   * @throws IOException if the folder is not there
   */
  public static LetterFolder open(Path folder, Path state, Settings broker, boolean once)
      throws IOException {
    DirectorySettings usual = DirectorySettings.of(folder, state);
    LetterProducer producer = KafkaLetterProducer.to(broker.kafka(), DELIVERY);
    try {
      DirectorySource source =
          DirectorySource.open(
              new DirectorySettings(folder, state, usual.quiet(), LOOK_EVERY, usual.maxBytes()),
              producer,
              new SimpleMeterRegistry());
      LetterFolder letters = new LetterFolder(source, producer, once);
      letters.taking.start();
      return letters;
    } catch (IOException e) {
      producer.close();
      throw e;
    }
  }

  /** Letters that the broker has. */
  public long taken() {
    return source.taken();
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
  public boolean isAllTaken() throws IOException {
    if (failure != null) {
      throw failure;
    }
    return allTaken;
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

  private void take(boolean once) {
    try {
      if (once) {
        source.takeAll();
        allTaken = true;
      } else {
        source.watch();
      }
    } catch (IOException e) {
      failure = e;
    }
  }
}
