package org.openimr.ingest.source.directory;

import java.nio.file.Path;
import java.time.Duration;
import org.openimr.schemas.topic.Topic;

/**
 * Settings of a {@link DirectorySource}.
 *
 * @param directory directory to read letters from
 * @param stateDirectory directory of the journal of ingested files; only one source at a time may
 *     use it
 * @param quietPeriod time for which a file must be unchanged to count as complete
 * @param pollInterval time between two scans of the directory
 * @param maxBytes maximum size of a file; larger files are reported and skipped
 */
public record DirectorySettings(
    Path directory,
    Path stateDirectory,
    Duration quietPeriod,
    Duration pollInterval,
    int maxBytes) {

  /** Maximum size of a letter on the raw topic, in bytes, leaving room for its headers. */
  public static final int MAX_LETTER_BYTES = Topic.MAX_RECORD_BYTES - (64 << 10);

  public DirectorySettings {
    if (maxBytes < 1 || maxBytes > MAX_LETTER_BYTES) {
      throw new IllegalArgumentException("maxBytes must be between 1 and " + MAX_LETTER_BYTES);
    }
  }

  /** Default: a quiet period of 2 s, a scan every second, files up to the limit of the topic. */
  public static DirectorySettings of(Path directory, Path stateDirectory) {
    return new DirectorySettings(
        directory, stateDirectory, Duration.ofSeconds(2), Duration.ofSeconds(1), MAX_LETTER_BYTES);
  }
}
