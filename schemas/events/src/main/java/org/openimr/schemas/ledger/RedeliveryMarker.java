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

  private RedeliveryMarker() {}

  /**
   * Marks a record.
   *
   * @param reason id of a replay, or {@link #RESET}
   */
  public static void mark(Headers headers, String reason) {
    headers.remove(HEADER);
    headers.add(HEADER, reason.getBytes(UTF_8));
  }

  /** Whether a record is marked. */
  public static boolean isMarked(Headers headers) {
    return headers.lastHeader(HEADER) != null;
  }

  /**
   * Whether a record is marked as part of a replay, which someone requested, and not of a reset.
   */
  public static boolean isReplay(Headers headers) {
    return isMarked(headers)
        && !RESET.equals(new String(headers.lastHeader(HEADER).value(), UTF_8));
  }
}
