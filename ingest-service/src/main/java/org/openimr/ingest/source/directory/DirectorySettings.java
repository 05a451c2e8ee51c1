package org.openimr.ingest.source.directory;

import java.nio.file.Path;
import java.time.Duration;
import org.openimr.schemas.topic.Topic;

/**
 * Where and how letters are taken from a folder.
 *
 * @param folder with the letters
 * @param state folder for the journal of the files that were taken; only one source at a time may
 *     use it
 * @param quiet how long a file must not have changed to count as complete
 * @param every time between two looks at the folder
 * @param maxBytes largest file that is taken; larger ones are reported and left
 */
public record DirectorySettings(
    Path directory,
    Path stateDirectory,
    Duration quietPeriod,
    Duration pollInterval,
    int maxBytes) {

  /** Largest letter that the raw topic takes beside its headers. */
  public static final int MAX_LETTER_BYTES = Topic.MAX_RECORD_BYTES - (64 << 10);

  public DirectorySettings {
    if (maxBytes < 1 || maxBytes > MAX_LETTER_BYTES) {
      throw new IllegalArgumentException("1 to " + MAX_LETTER_BYTES + " bytes a file");
    }
  }

  /** Two seconds of quiet, a look every second, files as large as the raw topic takes. */
  public static DirectorySettings of(Path folder, Path state) {
    return new DirectorySettings(
        folder, state, Duration.ofSeconds(2), Duration.ofSeconds(1), MAX_LETTER_BYTES);
  }
}
