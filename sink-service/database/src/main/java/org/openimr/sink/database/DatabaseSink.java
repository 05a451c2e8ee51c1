package org.openimr.sink.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.connect.spi.SinkType;
import org.openimr.sink.reconcile.spi.SinkInventory;

/**
 * Writes cases and decisions to PostgreSQL with Debezium's JDBC sink; a trigger writes their
 * citations.
 *
 * <p>Writes are upserts by key, so a record that is delivered again writes the same row again and
 * nothing is lost or duplicated. The events of a case are on one partition and stay in order: a
 * newer revision is written after the older one, and a tombstone deletes the row.
 */
public final class DatabaseSink implements SinkType {
  static final String NAME = "database";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Setting> settings() {
    return DatabaseSettings.ALL;
  }

  @Override
  public boolean isConfigured(Settings settings) {
    return DatabaseSettings.isConfigured(settings);
  }

  @Override
  public void prepare(Settings settings) {
    SchemaMigrations.run(PostgresDataSource.of(settings));
  }

  @Override
  public Map<String, Map<String, String>> connectors(Settings settings) {
    Map<String, Map<String, String>> connectors = new TreeMap<>();
    for (Table table : Table.values()) {
      connectors.put(NAME + "-" + table.tableName(), JdbcConnectorConfig.of(table, settings));
    }
    return connectors;
  }

  @Override
  public List<Path> pluginPaths() {
    return List.of(JdbcPluginDirectory.find());
  }

  @Override
  public Optional<SinkInventory> inventory(Settings settings) {
    return Optional.of(DatabaseInventory.open(PostgresDataSource.of(settings)));
  }

  /** Tables with a connector each. */
  enum Table {
    CASES(Topic.CASE_HEADERS, "case_key"),
    DECISIONS(Topic.ITEM_DECISIONS, "item_key");

    private final Topic topic;
    private final String keyColumn;

    Table(Topic topic, String keyColumn) {
      this.topic = topic;
      this.keyColumn = keyColumn;
    }

    /** Name of the table in the schema. */
    String tableName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Topic of the rows. */
    Topic topic() {
      return topic;
    }

    /** Primary key column, filled with the key of the record. */
    String keyColumn() {
      return keyColumn;
    }
  }
}
