package org.openimr.sink.connect.worker;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.openimr.sink.connect.record.RecordPosition;

/** Keeps all values that come, and fails at the value {@code poison}. */
public final class RecordingConnector extends SinkConnector {
  static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

  private Map<String, String> settings = Map.of();

  @Override
  public void start(Map<String, String> properties) {
    settings = properties;
  }

  @Override
  public Class<? extends Task> taskClass() {
    return RecordingTask.class;
  }

  @Override
  public List<Map<String, String>> taskConfigs(int tasks) {
    return List.of(settings);
  }

  @Override
  public void stop() {}

  @Override
  public ConfigDef config() {
    return new ConfigDef();
  }

  @Override
  public String version() {
    return "1";
  }

  /** Its task. */
  public static final class RecordingTask extends SinkTask {
    @Override
    public void start(Map<String, String> properties) {}

    @Override
    public void put(Collection<SinkRecord> records) {
      for (SinkRecord record : records) {
        if ("poison".equals(record.value())) {
          throw new ConnectException("poisoned, the text of a letter, at " + position(record));
        }
        SEEN.add(String.valueOf(record.value()));
      }
    }

    private static RecordPosition position(SinkRecord record) {
      return new RecordPosition(record.topic(), record.kafkaPartition(), record.kafkaOffset());
    }

    @Override
    public void stop() {}

    @Override
    public String version() {
      return "1";
    }
  }
}
