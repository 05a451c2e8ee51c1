package org.openimr.sink.database;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openimr.schemas.Setting;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;
import org.openimr.sink.connect.Sink;
import org.openimr.sink.reconcile.Holdings;

/**
 * Cases and decisions as rows in PostgreSQL, by Debezium's JDBC sink; their citations by a trigger.
 *
 * <p>A record that comes again writes the same row again, so nothing is lost or doubled. The events
 * of a case are on one partition and come in their order: a newer revision is written after the
 * older one, and a tombstone removes the row.
 */
public final class DatabaseSink implements Sink {
  static final String NAME = "database";

  private final Map<String, String> environment;

  /** The sink of this process, whose environment holds the password. */
  public DatabaseSink() {
    this(System.getenv());
  }

  DatabaseSink(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Setting> settings() {
    return DatabaseSettings.ALL;
  }

  @Override
  public boolean isWanted(Settings settings) {
    return DatabaseSettings.isWanted(settings);
  }

  @Override
  public void prepare(Settings settings) {
    Migrations.run(Database.of(settings));
  }

  @Override
  public Map<String, Map<String, String>> connectors(Settings settings) {
    Map<String, String> password = password(settings);
    Map<String, Map<String, String>> connectors = new TreeMap<>();
    for (Table table : Table.values()) {
      Map<String, String> connector = new TreeMap<>(JdbcConnector.of(table, settings));
      connector.putAll(password);
      connectors.put(NAME + "-" + table.tableName(), connector);
    }
    return connectors;
  }

  @Override
  public Optional<Holdings> holdings(Settings settings) {
    return Optional.of(DatabaseHoldings.of(Database.of(settings)));
  }

  /** Only the name of a variable: what a connector's configuration holds can be read by many. */
  private Map<String, String> password(Settings settings) {
    String password = settings.text(DatabaseSettings.PASSWORD);
    if (password.isEmpty()) {
      return Map.of();
    }
    String variable = DatabaseSettings.PASSWORD.variable();
    if (!password.equals(environment.get(variable))) {
      throw new IllegalArgumentException(
          "%s is to be given by the environment variable %s of each worker"
              .formatted(DatabaseSettings.PASSWORD.key(), variable));
    }
    return Map.of("connection.password", "${env:" + variable + "}");
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
      return name().toLowerCase(java.util.Locale.ROOT);
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
