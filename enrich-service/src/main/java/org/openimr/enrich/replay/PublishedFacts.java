package org.openimr.enrich.replay;

import java.time.Instant;
import java.util.Arrays;
import org.openimr.enrich.topology.Fingerprint;
import org.openimr.event.Determination;

/** What is published of a case now, as far as a replay needs it. */
record PublishedFacts(String letterId, Instant receivedAt, byte[] fingerprint, FieldFacts fields) {
  static PublishedFacts of(Determination published) {
    return new PublishedFacts(
        published.getLetterId(),
        published.getReceivedAt(),
        Fingerprint.of(published),
        FieldFacts.of(published));
  }

  /** Whether it is the very letter, for the same bytes may have come more than once. */
  boolean areOfLetterOf(Determination made) {
    return letterId.equals(made.getLetterId()) && receivedAt.equals(made.getReceivedAt());
  }

  boolean areThoseOf(Determination made) {
    return Arrays.equals(fingerprint, Fingerprint.of(made));
  }
}
