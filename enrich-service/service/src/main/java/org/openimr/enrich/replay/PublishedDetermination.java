package org.openimr.enrich.replay;

import java.time.Instant;
import java.util.Arrays;
import org.openimr.enrich.topology.DeterminationFingerprint;
import org.openimr.event.Determination;

/** The properties of a case's published determination that a replay needs. */
@SuppressWarnings("ArrayRecordComponent") // never compared or hashed
record PublishedDetermination(
    String letterId, Instant receivedAt, byte[] fingerprint, FieldHashes fields) {
  static PublishedDetermination of(Determination published) {
    return new PublishedDetermination(
        published.getLetterId(),
        published.getReceivedAt(),
        DeterminationFingerprint.of(published),
        FieldHashes.of(published));
  }

  /** Compares the time of receipt too, because the same bytes may have been received repeatedly. */
  boolean isFromSameLetterAs(Determination other) {
    return letterId.equals(other.getLetterId()) && receivedAt.equals(other.getReceivedAt());
  }

  boolean hasSameFactsAs(Determination other) {
    return Arrays.equals(fingerprint, DeterminationFingerprint.of(other));
  }
}
