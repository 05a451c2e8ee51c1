package org.openimr.ingest.extract;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
    return Optional.ofNullable(verdicts.get(id(pdf))).map(Verdict::refused);
  }

  synchronized void add(byte[] pdf, Refused refused) {
    if (verdicts.size() == MOST) {
      verdicts.remove(verdicts.keySet().iterator().next());
    }
    verdicts.put(id(pdf), new Verdict(refused, clock.millis() + remembered.toMillis()));
  }

  private static String id(byte[] pdf) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
