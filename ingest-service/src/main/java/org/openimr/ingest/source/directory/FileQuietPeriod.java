package org.openimr.ingest.source.directory;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Distinguishes complete files from files that are still being written.
 *
 * <p>A file is complete if its modification time is older than the quiet period, as for a file that
 * was renamed into place, or if it was observed unchanged for the quiet period. The latter covers
 * file systems whose clock is ahead.
 */
final class FileQuietPeriod {
  private final Duration quietPeriod;
  private final Clock clock;
  private final Map<Path, Observation> observations = new HashMap<>();

  private record Observation(FileFingerprint state, long since) {}

  FileQuietPeriod(Duration quietPeriod, Clock clock) {
    this.quietPeriod = quietPeriod;
    this.clock = clock;
  }

  boolean isComplete(Path file, FileFingerprint state) {
    long now = clock.millis();
    if (now - state.lastModified() >= quietPeriod.toMillis()) {
      observations.remove(file);
      return true;
    }
    Observation before = observations.get(file);
    if (before == null || !before.state().equals(state)) {
      observations.put(file, new Observation(state, now));
      return false;
    }
    return now - before.since() >= quietPeriod.toMillis();
  }

  void retainAll(Set<Path> files) {
    observations.keySet().retainAll(files);
  }
}
