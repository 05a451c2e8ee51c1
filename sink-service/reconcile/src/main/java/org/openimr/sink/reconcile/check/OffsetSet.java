package org.openimr.sink.reconcile.check;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * A set of offsets by partition, dense and of any size: one bit per offset in a range of 65,536.
 */
final class OffsetSet {
  private static final int RANGE_BITS = 16;
  private static final long RANGE_MASK = (1L << RANGE_BITS) - 1;

  private final Map<RangeKey, BitSet> ranges = new HashMap<>();

  private record RangeKey(int partition, long number) {
    static RangeKey of(int partition, long offset) {
      return new RangeKey(partition, offset >>> RANGE_BITS);
    }
  }

  /**
   * Adds an offset.
   *
   * @param offset from 0
   * @return whether it was not in the set before
   */
  boolean add(int partition, long offset) {
    BitSet range = ranges.computeIfAbsent(RangeKey.of(partition, offset), ignored -> new BitSet());
    boolean isNew = !range.get(bit(offset));
    range.set(bit(offset));
    return isNew;
  }

  /** Whether an offset, from 0, is in the set. */
  boolean contains(int partition, long offset) {
    BitSet range = ranges.get(RangeKey.of(partition, offset));
    return range != null && range.get(bit(offset));
  }

  private static int bit(long offset) {
    return (int) (offset & RANGE_MASK);
  }
}
