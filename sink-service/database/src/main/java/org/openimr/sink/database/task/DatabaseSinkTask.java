package org.openimr.sink.database.task;

import io.debezium.connector.jdbc.JdbcSinkConnectorTask;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.openimr.sink.connect.record.RecordPosition;

/**
 * Writes rows in batches, as Debezium's task does. If the database rejects a batch because of its
 * content, the rows are written one by one up to the rejected one, and the exception contains the
 * position of that record for {@code imr sinks skip}. Writes are upserts, so the rows before it may
 * be written twice.
 */
public final class DatabaseSinkTask extends JdbcSinkConnectorTask {
  private Map<String, String> configuration = Map.of();

  @Override
  public void start(Map<String, String> properties) {
    configuration = Map.copyOf(properties);
    super.start(properties);
  }

  /**
   * Writes a batch.
   *
   * @throws ConnectException with the position of the record, if the database rejects a row; any
   *     other failure is thrown by the next call, as in Debezium's task
   */
  @Override
  public void put(Collection<SinkRecord> records) {
    super.put(records);
    Throwable failure = getLastProcessingException();
    if (failure != null && RowRejection.isCauseOf(failure)) {
      findRejectedRecord(records);
    }
  }

  /** Uses a new task, because a failed one accepts no more records. */
  private void findRejectedRecord(Collection<SinkRecord> records) {
    JdbcSinkConnectorTask single = new JdbcSinkConnectorTask();
    single.start(configuration);
    try {
      for (SinkRecord record : records) {
        single.put(List.of(record));
        Throwable failure = single.getLastProcessingException();
        if (failure != null && RowRejection.isCauseOf(failure)) {
          throw new ConnectException(
              "the database rejects the row at " + RecordPosition.of(record), failure);
        }
        if (failure != null) {
          return;
        }
      }
    } finally {
      single.stop();
    }
  }
}
