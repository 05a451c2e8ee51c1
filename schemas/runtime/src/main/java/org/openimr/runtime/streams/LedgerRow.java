package org.openimr.runtime.streams;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The ledger row of a processor's partition. It changes in the same transaction as the records that
 * the processor forwards. Used by one processor, in its own thread.
 *
 * @param <L> type of the row
 */
public final class LedgerRow<L> {
  private final KeyValueStore<Integer, L> rows;
  private final int partition;
  private final L empty;

  /**
   * Opens the row of a processor's partition.
   *
   * @param store name of the ledger store; its rows are keyed by partition
   * @param empty row of a partition that has none yet
   */
  public LedgerRow(ProcessorContext<?, ?> context, String store, L empty) {
    this.rows = context.getStateStore(store);
    this.partition = context.taskId().partition();
    this.empty = empty;
  }

  public L get() {
    L row = rows.get(partition);
    return row == null ? empty : row;
  }

  public void put(L row) {
    rows.put(partition, row);
  }
}
