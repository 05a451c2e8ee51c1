package org.openimr.sink.database.task;

import io.debezium.connector.jdbc.JdbcSinkConnector;
import org.apache.kafka.connect.connector.Task;

/** Debezium's JDBC sink connector with tasks that report the position of a rejected row. */
public final class DatabaseSinkConnector extends JdbcSinkConnector {
  @Override
  public Class<? extends Task> taskClass() {
    return DatabaseSinkTask.class;
  }
}
