package org.openimr.schemas.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Headers;

/**
 * The mark of a letter that was on the letters' topic before: it is read again but not counted
 * again, and never replaces the determination of a letter that was received later.
 */
public final class RedeliveryMarker {
  /** Header of the mark; its value says why: the id of a replay, or {@code reset}. */
  public static final String HEADER = "imr.replay";

  private RedeliveryMarker() {}

  /** Puts the mark on a record. */
  public static void mark(Headers headers, String why) {
    headers.remove(HEADER);
    headers.add(HEADER, why.getBytes(UTF_8));
  }

  /** Whether a record has the mark. */
  public static boolean isMarked(Headers headers) {
    return headers.lastHeader(HEADER) != null;
  }
}
