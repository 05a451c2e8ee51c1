package org.openimr.schemas.ledger;

import java.nio.ByteBuffer;

/**
 * The offsets of a partition that a ledger has counted.
 *
 * @param from offset of the first record that was read; -1 before the first
 * @param next offset just past the highest one that was read
 * @param skipped number of offsets in between without a record: transaction markers, or records
 *     that were deleted before they were read
 */
public record CountedOffsets(long from, long next, long skipped) {
  /** No offsets. */
  public static final CountedOffsets NONE = new CountedOffsets(-1, 0, 0);

  static final int BYTES = 3 * Long.BYTES;

  /** Whether the record at an offset was counted before, because offsets were reset. */
  public boolean contains(long offset) {
    return from >= 0 && offset < next;
  }

  /** These offsets and one more. */
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
