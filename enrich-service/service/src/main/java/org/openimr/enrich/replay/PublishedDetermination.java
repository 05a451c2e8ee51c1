package org.openimr.enrich.replay;

import java.time.Instant;
import java.util.Arrays;
import org.openimr.enrich.topology.DeterminationFingerprint;
import org.openimr.event.Determination;

/** What is published of a case now, as far as a replay needs it. */
record PublishedDetermination(
    String letterId, Instant receivedAt, byte[] fingerprint, FieldHashes fields) {
  static PublishedDetermination of(Determination published) {
    return new PublishedDetermination(
        published.getLetterId(),
        published.getReceivedAt(),
        DeterminationFingerprint.of(published),
        FieldHashes.of(published));
  }

  /** Whether it is the very letter, for the same bytes may have come more than once. */
  boolean isFromSameLetterAs(Determination made) {
    return letterId.equals(made.getLetterId()) && receivedAt.equals(made.getReceivedAt());
  }

  boolean hasSameFactsAs(Determination made) {
    return Arrays.equals(fingerprint, DeterminationFingerprint.of(made));
  }
}
