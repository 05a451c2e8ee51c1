package org.openimr.sink.monitor.statistics;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.openimr.event.OutcomeStatistics;

/**
 * The contribution of a case to the statistics, which the next revision subtracts.
 *
 * @param revision newest revision, from 1; 0 for an unknown case
 * @param counts counts by key of the statistics
 */
public record CountedCase(int revision, Map<String, OutcomeStatistics> counts) {
  static final CountedCase NONE = new CountedCase(0, Map.of());

  /** Totals of decisions, upheld and overturned; the other totals are 0. */
  OutcomeTotals totals() {
    OutcomeTotals sum = OutcomeTotals.ZERO;
    for (OutcomeStatistics cell : counts.values()) {
      sum =
          sum.plus(
              new OutcomeTotals(0, 0, cell.getDecisions(), cell.getUpheld(), cell.getOverturned()));
    }
    return sum;
  }

  public static Serde<CountedCase> serde() {
    return Serdes.serdeFrom(
        (topic, counted) -> counted == null ? null : counted.toBytes(),
        (topic, bytes) -> bytes == null ? null : of(bytes));
  }

  /**
   * Encodes cells in Avro's single-object encoding, so that cells of older schemas stay readable.
   */
  private byte[] toBytes() {
    List<byte[]> cells = new ArrayList<>();
    int size = Integer.BYTES;
    for (OutcomeStatistics cell : counts.values()) {
      byte[] bytes = StatisticsSerdes.encode(cell);
      cells.add(bytes);
      size += Integer.BYTES + bytes.length;
    }
    ByteBuffer buffer = ByteBuffer.allocate(size).putInt(revision);
    cells.forEach(bytes -> buffer.putInt(bytes.length).put(bytes));
    return buffer.array();
  }

  private static CountedCase of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int revision = buffer.getInt();
    Map<String, OutcomeStatistics> counts = new TreeMap<>();
    while (buffer.hasRemaining()) {
      byte[] cell = new byte[buffer.getInt()];
      buffer.get(cell);
      OutcomeStatistics decoded = StatisticsSerdes.decode(cell);
      counts.put(StatisticsContribution.key(decoded), decoded);
    }
    return new CountedCase(revision, counts);
  }
}
