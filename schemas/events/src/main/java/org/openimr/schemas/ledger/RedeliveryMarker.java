package org.openimr.schemas.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Headers;

/**
 * Marks a letter that was on the letters topic before: it is processed but not counted again, and
 * never replaces the determination of a letter that was received later.
 */
public final class RedeliveryMarker {
  /** The header; its value is the id of a replay, or {@code reset}. */
  public static final String HEADER = "imr.replay";

  /** The value for a letter that is read again because offsets were set back. */
  public static final String RESET = "reset";

  /** The value for the current letter of a case whose events a sink skipped. */
  public static final String RESTORE = "restore";

  private RedeliveryMarker() {}

  /**
   * Marks a record.
   *
   * @param reason id of a replay, {@link #RESET} or {@link #RESTORE}
   */
  public static void mark(Headers headers, String reason) {
    headers.remove(HEADER);
    headers.add(HEADER, reason.getBytes(UTF_8));
  }

  /** Whether a record is marked. */
  public static boolean isMarked(Headers headers) {
    return headers.lastHeader(HEADER) != null;
  }

  /** Whether a record is marked with a reason. */
  public static boolean isMarked(Headers headers, String reason) {
    return isMarked(headers)
        && reason.equals(new String(headers.lastHeader(HEADER).value(), UTF_8));
  }
}
