package org.openimr.sink.lake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.spi.SecretConfigProvider;
import org.openimr.sink.connect.spi.SinkType;
import org.openimr.sink.lake.catalog.IcebergCatalogProperties;
import org.openimr.sink.lake.catalog.LakeCatalog;
import org.openimr.sink.lake.catalog.LakeSettings;
import org.openimr.sink.lake.catalog.LakeTable;
import org.openimr.sink.lake.query.LakeInventory;
import org.openimr.sink.reconcile.spi.SinkInventory;

/** Writes Iceberg tables with the Apache Iceberg connector: the full history, one row per event. */
public final class LakeSink implements SinkType {
  private static final long MIN_COMMIT_INTERVAL_MILLIS = 500;

  /**
   * Limits memory: one writer per month is open at the same time, each with one buffer per column,
   * so that the defaults for a single large file would take gigabytes. Small row groups go to disk
   * long before the commit. Compaction writes large files with the properties of the table.
   */
  private static final Map<String, String> SMALL_FILE_PROPERTIES =
      Map.of(
          "parquet.enable.dictionary",
          "false",
          "write.parquet.compression-codec",
          "snappy",
          "write.parquet.page-size-bytes",
          Integer.toString(32 * 1024),
          "write.parquet.row-group-size-bytes",
          Integer.toString(1 << 20));

  /** Each poll also polls the control topic, so larger batches reduce that overhead. */
  private static final String MAX_POLL_RECORDS = "2000";

  @Override
  public String name() {
    return LakeSettings.SINK_NAME;
  }

  @Override
  public List<Setting> settings() {
    return LakeSettings.ALL;
  }

  @Override
  public boolean isConfigured(Settings settings) {
    return !settings.text(LakeSettings.WAREHOUSE).isBlank();
  }

  @Override
  public void prepare(Settings settings) {
    connectors(settings);
    try (LakeCatalog catalog = LakeCatalog.open(settings)) {
      catalog.create();
    }
    try (Admin admin = Admin.create(Map.copyOf(settings.kafka()))) {
      IcebergControlTopics.create(admin);
    }
  }

  @Override
  public Map<String, Map<String, String>> connectors(Settings settings) {
    Map<String, Map<String, String>> connectors = new TreeMap<>();
    for (LakeTable table : LakeTable.values()) {
      connectors.put(table.connector(), connector(settings, table));
    }
    return connectors;
  }

  @Override
  public Optional<SinkInventory> inventory(Settings settings) {
    return Optional.of(LakeInventory.open(settings));
  }

  private static Map<String, String> connector(Settings settings, LakeTable table) {
    Map<String, String> connector = new TreeMap<>();
    connector.put("connector.class", "org.apache.iceberg.connect.IcebergSinkConnector");
    connector.put("topics", table.topic().topicName());
    connector.put("consumer.override.max.poll.records", MAX_POLL_RECORDS);
    connector.put("tasks.max", Long.toString(atLeast(settings, LakeSettings.TASKS, 1)));
    connector.put("transforms", "row");
    connector.put("transforms.row.type", LakeRowTransform.class.getName());
    connector.put(
        "iceberg.tables", settings.text(LakeSettings.NAMESPACE) + "." + table.tableName());
    connector.put("iceberg.tables.evolve-schema-enabled", "true");
    connector.put("iceberg.tables.schema-force-optional", "true");
    connector.put("iceberg.catalog", IcebergCatalogProperties.CATALOG_NAME);
    connector.put("iceberg.control.topic", table.controlTopic());
    connector.put(
        "iceberg.control.commit.interval-ms",
        Long.toString(atLeast(settings, LakeSettings.COMMIT_INTERVAL, MIN_COMMIT_INTERVAL_MILLIS)));
    SMALL_FILE_PROPERTIES.forEach(
        (key, value) -> connector.put("iceberg.tables.write-props." + key, value));
    // a commit that conflicts with another writer is retried
    connector.put("iceberg.control.commit.max-consecutive-failures", "10");
    IcebergCatalogProperties.of(settings, SecretConfigProvider::reference)
        .forEach((key, value) -> connector.put("iceberg.catalog." + key, value));
    connector.put("iceberg.coordinator.transactional.prefix", "imr-" + table.connector() + "-");
    SecretConfigProvider.kafka(settings)
        .forEach((key, value) -> connector.put("iceberg.kafka." + key, value));
    return connector;
  }

  private static long atLeast(Settings settings, Setting setting, long min) {
    long value = settings.number(setting);
    if (value < min) {
      throw new IllegalArgumentException(
          "%s is %d: %s".formatted(setting.key(), value, setting.description()));
    }
    return value;
  }
}
