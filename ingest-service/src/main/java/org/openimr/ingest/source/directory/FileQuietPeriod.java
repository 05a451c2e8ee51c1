package org.openimr.ingest.source.directory;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells complete files from those that are still being written.
 *
 * <p>A file is complete when it was last written longer ago than a while, as a file is that was
 * renamed into place, or when it was seen for that while without a change, whatever its clock says.
 */
final class FileQuietPeriod {
  private final Duration quietPeriod;
  private final Clock clock;
  private final Map<Path, Seen> seen = new HashMap<>();

  private record Seen(FileFingerprint state, long since) {}

  FileQuietPeriod(Duration quiet, Clock clock) {
    this.quietPeriod = quiet;
    this.clock = clock;
  }

  boolean isComplete(Path file, FileFingerprint state) {
    long now = clock.millis();
    if (now - state.lastModified() >= quietPeriod.toMillis()) {
      seen.remove(file);
      return true;
    }
    Seen before = seen.get(file);
    if (before == null || !before.state().equals(state)) {
      seen.put(file, new Seen(state, now));
      return false;
    }
    return now - before.since() >= quietPeriod.toMillis();
  }

  void retainAll(Set<Path> files) {
    seen.keySet().retainAll(files);
  }
}
