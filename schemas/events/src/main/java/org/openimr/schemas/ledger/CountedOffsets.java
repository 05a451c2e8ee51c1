package org.openimr.schemas.ledger;

import java.nio.ByteBuffer;

/**
 * Which offsets of a partition a ledger has counted.
 *
 * @param from offset of the first record that was read, -1 before it
 * @param next one past the highest offset that was read
 * @param passedOver offsets between that held no record: ends of transactions, or records that were
 *     deleted before they could be read
 */
public record CountedOffsets(long from, long next, long skipped) {
  /** Nothing read yet. */
  public static final CountedOffsets NONE = new CountedOffsets(-1, 0, 0);

  static final int BYTES = 3 * Long.BYTES;

  /** Whether the record at an offset was counted before: offsets were set back. */
  public boolean contains(long offset) {
    return from >= 0 && offset < next;
  }

  /** With the record at an offset read. */
  public CountedOffsets add(long offset) {
    if (from < 0) {
      return new CountedOffsets(offset, offset + 1, 0);
    }
    return contains(offset)
        ? this
        : new CountedOffsets(from, offset + 1, skipped + (offset - next));
  }

  void write(ByteBuffer row) {
    row.putLong(from).putLong(next).putLong(skipped);
  }

  static CountedOffsets of(ByteBuffer row) {
    return new CountedOffsets(row.getLong(), row.getLong(), row.getLong());
  }
}
