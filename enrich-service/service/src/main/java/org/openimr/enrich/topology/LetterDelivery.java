package org.openimr.enrich.topology;

import org.apache.kafka.common.header.Headers;
import org.openimr.schemas.ledger.RedeliveryMarker;

/** The reason why a letter is processed. */
enum LetterDelivery {
  /** The letter arrived, for the first time or because its sender sent it again. */
  NEW,
  /** The same record is read again, because offsets were set back. */
  RESET,
  /** An operator requested a replay of the letter. */
  REPLAY,
  /** An operator requested the events of the current letter again, because a sink skipped some. */
  RESTORE;

  /**
   * Returns the reason of a record.
   *
   * @param isCounted whether the offset of the record was counted before
   */
  static LetterDelivery of(Headers headers, boolean isCounted) {
    if (RedeliveryMarker.isMarked(headers, RedeliveryMarker.RESTORE)) {
      return isCounted ? RESET : RESTORE;
    }
    if (RedeliveryMarker.isMarked(headers, RedeliveryMarker.RESET)) {
      return RESET;
    }
    if (RedeliveryMarker.isMarked(headers)) {
      return REPLAY;
    }
    return isCounted ? RESET : NEW;
  }

  /** Whether the letter was counted before. */
  boolean isRedelivery() {
    return this != NEW;
  }
}
