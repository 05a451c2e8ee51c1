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
 * Cases and decisions as rows in PostgreSQL, by Debezium's JDBC sink; their citations by a trigger.
 *
 * <p>A record that comes again writes the same row again, so nothing is lost or doubled. The events
 * of a case are on one partition and come in their order: a newer revision is written after the
 * older one, and a tombstone removes the row.
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
    return Optional.of(DatabaseInventory.of(PostgresDataSource.of(settings)));
  }

  /** A table that a connector writes. */
  enum Table {
    CASES(Topic.CASE_HEADERS, "case_key"),
    DECISIONS(Topic.ITEM_DECISIONS, "item_key");

    private final Topic topic;
    private final String key;

    Table(Topic topic, String key) {
      this.topic = topic;
      this.key = key;
    }

    /** Name in the database. */
    String tableName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Where its rows come from. */
    Topic topic() {
      return topic;
    }

    /** Column of the record's key. */
    String key() {
      return key;
    }
  }
}
