package org.openimr.ingest.source.directory;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files and directories that could not be read. Each is reported once while it is unchanged, by its
 * size and time, because its name is a clinical field of the letter.
 */
final class UnreadableFiles {
  private static final String METRIC = "imr.files.unreadable";

  /** State of a path whose attributes can't be read. */
  private static final FileFingerprint UNKNOWN = new FileFingerprint(-1, -1);

  private static final Logger LOG = LoggerFactory.getLogger(UnreadableFiles.class);

  private final Map<Path, FileFingerprint> files = new HashMap<>();
  private final LongAdder count = new LongAdder();
  private final MeterRegistry metrics;

  UnreadableFiles(MeterRegistry metrics) {
    this.metrics = metrics;
    // registered at the start, so that the first increment shows as a change
    metrics.counter(METRIC);
  }

  boolean contains(Path file, FileFingerprint state) {
    return state.equals(files.get(file));
  }

  /** Adds a path whose attributes can't be read. */
  void add(Path path, Exception failure) {
    if (!files.containsKey(path)) {
      add(path, UNKNOWN, failure.getClass().getSimpleName());
    }
  }

  void add(Path file, FileFingerprint state, String reason) {
    files.put(file, state);
    count.increment();
    metrics.counter(METRIC).increment();
    LOG.error("can't ingest a file ({}): {}", state, reason);
  }

  /** Forgets files that no longer exist; paths in an unknown state are kept. */
  @SuppressWarnings("ReferenceEquality") // UNKNOWN is a marker
  void retainAll(Set<Path> existing) {
    files
        .entrySet()
        .removeIf(file -> file.getValue() != UNKNOWN && !existing.contains(file.getKey()));
  }

  /** Returns the number of files added since the start. */
  long count() {
    return count.sum();
  }
}
