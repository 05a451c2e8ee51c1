package org.openimr.ingest.extract;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openimr.schemas.Sha256;

/**
 * Documents that a worker was lost over, for a little while.
 *
 * <p>Several of them in a row may take longer than the transaction that they are read in; it is
 * then begun again, and would be for ever if each took its whole time again. Forgotten soon, since
 * it may have been the machine that was slow.
 */
final class CostlyDocuments {
  private static final int MOST = 1_000;

  private final Map<String, Verdict> verdicts = new LinkedHashMap<>();
  private final Duration remembered;
  private final Clock clock;

  private record Verdict(Refused refused, long until) {}

  CostlyDocuments(Duration remembered, Clock clock) {
    this.remembered = remembered;
    this.clock = clock;
  }

  synchronized Optional<Refused> find(byte[] pdf) {
    if (verdicts.isEmpty()) {
      return Optional.empty();
    }
    verdicts.values().removeIf(verdict -> verdict.until() <= clock.millis());
    return Optional.ofNullable(verdicts.get(Sha256.hex(pdf))).map(Verdict::refused);
  }

  synchronized void add(byte[] pdf, Refused refused) {
    if (verdicts.size() == MOST) {
      verdicts.remove(verdicts.keySet().iterator().next());
    }
    verdicts.put(Sha256.hex(pdf), new Verdict(refused, clock.millis() + remembered.toMillis()));
  }
}
