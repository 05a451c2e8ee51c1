package org.openimr.ingest.extract.worker;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openimr.ingest.extract.model.ExtractionFailure;

/**
 * Remembers documents that crashed, hung or exceeded a worker for a short time.
 *
 * <p>Several such documents in a row may take longer than the timeout of the transaction in which
 * they are read. The transaction is then retried, and would time out forever if each document took
 * its full time again. Entries expire soon, because the machine may have been slow.
 */
final class FailedDocumentCache {
  private static final int MAX_ENTRIES = 1_000;

  private final Map<String, CachedFailure> failures = new LinkedHashMap<>();
  private final Duration timeToLive;
  private final Clock clock;

  private record CachedFailure(ExtractionFailure failure, long expiresAtMillis) {}

  FailedDocumentCache(Duration timeToLive, Clock clock) {
    this.timeToLive = timeToLive;
    this.clock = clock;
  }

  synchronized Optional<ExtractionFailure> find(String letterId) {
    failures.values().removeIf(entry -> entry.expiresAtMillis() <= clock.millis());
    return Optional.ofNullable(failures.get(letterId)).map(CachedFailure::failure);
  }

  /** Adds a failure; drops the oldest entry if the cache is full. */
  synchronized void add(String letterId, ExtractionFailure failure) {
    if (failures.size() == MAX_ENTRIES) {
      failures.remove(failures.keySet().iterator().next());
    }
    failures.put(letterId, new CachedFailure(failure, clock.millis() + timeToLive.toMillis()));
  }
}
