package org.openimr.sink.database;

import java.util.Map;
import java.util.TreeMap;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.spi.SecretConfigProvider;
import org.openimr.sink.database.DatabaseSink.Table;
import org.openimr.sink.database.transform.NestedToJsonTransform;

/** Builds the configuration of a Debezium JDBC sink connector from the settings. */
final class JdbcConnectorConfig {
  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("connector.class", "org.openimr.sink.database.task.DatabaseSinkConnector"),
          Map.entry("insert.mode", "upsert"),
          Map.entry("delete.enabled", "true"),
          Map.entry("primary.key.mode", "record_key"),
          // keeps only the last record per key of a batch: one statement must not write a row twice
          Map.entry("use.reduction.buffer", "true"),
          // a field added by a newer service becomes a column
          Map.entry("schema.evolution", "basic"),
          Map.entry("quote.identifiers", "true"),
          // covers a database restart of a few seconds; a longer outage fails the task, which the
          // connector supervisor restarts
          Map.entry("connection.restart.on.errors", "true"),
          Map.entry("flush.max.retries", "10"),
          Map.entry("flush.retry.delay.ms", "1000"),
          Map.entry("connection.pool.min_size", "1"),
          Map.entry("connection.pool.max_size", "2"),
          Map.entry("hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect"),
          Map.entry("transforms", "key,nested,names"),
          Map.entry("transforms.key.type", "org.apache.kafka.connect.transforms.HoistField$Key"),
          Map.entry("transforms.nested.type", NestedToJsonTransform.class.getName()),
          Map.entry(
              "transforms.names.type",
              "io.debezium.connector.jdbc.transforms.FieldNameTransformation"),
          Map.entry("transforms.names.column.naming.style", "snake_case"));

  private JdbcConnectorConfig() {}

  static Map<String, String> of(Table table, Settings settings) {
    Map<String, String> connector = new TreeMap<>(FIXED);
    String batch =
        Long.toString(
            DatabaseSettings.numberBetween(settings, DatabaseSettings.BATCH_ROWS, 1, 10_000));
    connector.put("topics", table.topic().topicName());
    connector.put(
        "tasks.max",
        Long.toString(DatabaseSettings.numberBetween(settings, DatabaseSettings.TASKS, 1, 12)));
    connector.put("collection.name.format", SchemaMigrations.SCHEMA + "." + table.tableName());
    connector.put("transforms.key.field", table.keyColumn());
    connector.put("connection.url", connectionUrl(DatabaseSettings.url(settings)));
    connector.put("connection.username", settings.text(DatabaseSettings.USER));
    if (!settings.text(DatabaseSettings.PASSWORD).isEmpty()) {
      connector.put(
          "connection.password", SecretConfigProvider.reference(DatabaseSettings.PASSWORD));
    }
    connector.put("batch.size", batch);
    connector.put("consumer.override.max.poll.records", batch);
    return connector;
  }

  /**
   * Adds driver parameters: batched inserts, and no row content in error messages, because that is
   * text of a letter. The timeouts on both sides end a stalled connection before another worker
   * takes over its partitions, so that a late transaction cannot overwrite newer rows.
   */
  private static String connectionUrl(String url) {
    return url
        + (url.contains("?") ? "&" : "?")
        + "reWriteBatchedInserts=true&ApplicationName=imr-database&tcpKeepAlive=true"
        + "&logServerErrorDetail=false&connectTimeout=10&socketTimeout=60"
        + "&options=-c%20idle_in_transaction_session_timeout=20s";
  }
}
