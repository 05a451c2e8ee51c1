package org.openimr.ingest.extract.worker;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.schemas.event.Sha256;

/**
 * Documents that a worker was lost over, for a little while.
 *
 * <p>Several of them in a row may take longer than the transaction that they are read in; it is
 * then begun again, and would be for ever if each took its whole time again. Forgotten soon, since
 * it may have been the machine that was slow.
 */
final class FailedDocumentCache {
  private static final int MAX_ENTRIES = 1_000;

  private final Map<String, RememberedFailure> rememberedFailures = new LinkedHashMap<>();
  private final Duration timeToLive;
  private final Clock clock;

  private record RememberedFailure(ExtractionFailure refused, long until) {}

  FailedDocumentCache(Duration remembered, Clock clock) {
    this.timeToLive = remembered;
    this.clock = clock;
  }

  synchronized Optional<ExtractionFailure> find(byte[] pdf) {
    if (rememberedFailures.isEmpty()) {
      return Optional.empty();
    }
    rememberedFailures.values().removeIf(verdict -> verdict.until() <= clock.millis());
    return Optional.ofNullable(rememberedFailures.get(Sha256.hex(pdf)))
        .map(RememberedFailure::refused);
  }

  synchronized void add(byte[] pdf, ExtractionFailure refused) {
    if (rememberedFailures.size() == MAX_ENTRIES) {
      rememberedFailures.remove(rememberedFailures.keySet().iterator().next());
    }
    rememberedFailures.put(
        Sha256.hex(pdf), new RememberedFailure(refused, clock.millis() + timeToLive.toMillis()));
  }
}
