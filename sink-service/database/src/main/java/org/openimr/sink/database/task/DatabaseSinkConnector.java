package org.openimr.sink.database.task;

import io.debezium.connector.jdbc.JdbcSinkConnector;
import org.apache.kafka.connect.connector.Task;

/** Debezium's JDBC sink whose tasks say which row the database refuses. */
public final class DatabaseSinkConnector extends JdbcSinkConnector {
  @Override
  public Class<? extends Task> taskClass() {
    return DatabaseSinkTask.class;
  }
}
