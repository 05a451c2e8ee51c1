package org.openimr.sink.database.task;

import io.debezium.connector.jdbc.JdbcSinkConnectorTask;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.openimr.sink.connect.record.RecordPosition;

/**
 * Writes rows by the batch, as Debezium does. Where the database refuses a batch for what is in it,
 * its rows are written one by one up to the one that is refused, and the failure says where that
 * record stands, so that {@code imr sinks skip} finds it. Rows are upserts: those before it may be
 * written again.
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
   * @throws ConnectException with the record's position, if the database refuses one; any other
   *     failure is thrown by the next call, as Debezium does
   */
  @Override
  public void put(Collection<SinkRecord> records) {
    super.put(records);
    Throwable failure = getLastProcessingException();
    if (failure != null && RowRejection.isCauseOf(failure)) {
      findRefused(records);
    }
  }

  /** A failed task takes nothing more, so another one tries. */
  private void findRefused(Collection<SinkRecord> records) {
    JdbcSinkConnectorTask single = new JdbcSinkConnectorTask();
    single.start(configuration);
    try {
      for (SinkRecord record : records) {
        single.put(List.of(record));
        Throwable failure = single.getLastProcessingException();
        if (failure != null && RowRejection.isCauseOf(failure)) {
          throw new ConnectException(
              "the database refuses the row at " + RecordPosition.of(record), failure);
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
