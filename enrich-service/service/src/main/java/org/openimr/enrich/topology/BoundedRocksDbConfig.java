package org.openimr.enrich.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the memory of all stores of this process together. Kafka Streams' default is about 100 MB
 * per partition.
 */
public final class BoundedRocksDbConfig implements RocksDBConfigSetter {
  private static final long TOTAL_BYTES = 128L << 20;
  private static final long WRITE_BYTES = 64L << 20;
  private static final long WRITE_BUFFER_BYTES = 4L << 20;

  /** Share of the cache reserved for indexes and filters, which serve lookups of unknown cases. */
  private static final double FILTER_RATIO = 0.5;

  private static final Cache CACHE;
  private static final WriteBufferManager WRITE_BUFFERS;

  static {
    RocksDB.loadLibrary();
    CACHE = new LRUCache(TOTAL_BYTES, -1, false, FILTER_RATIO);
    WRITE_BUFFERS = new WriteBufferManager(WRITE_BYTES, CACHE);
  }

  @Override
  public void setConfig(String store, Options options, Map<String, Object> settings) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    table.setPinTopLevelIndexAndFilter(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(WRITE_BUFFERS);
    options.setWriteBufferSize(WRITE_BUFFER_BYTES);
  }

  /** Does nothing, because all stores share the cache and the buffers until the process ends. */
  @Override
  public void close(String store, Options options) {}
}
