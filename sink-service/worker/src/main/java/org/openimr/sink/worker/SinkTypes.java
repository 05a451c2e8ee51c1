package org.openimr.sink.worker;

import java.util.ArrayList;
import java.util.List;
import org.openimr.schemas.settings.Setting;
import org.openimr.sink.connect.spi.SinkType;
import org.openimr.sink.connect.worker.ConnectWorkerSettings;
import org.openimr.sink.database.DatabaseSink;
import org.openimr.sink.lake.LakeSink;
import org.openimr.sink.webhook.WebhookSink;

/** All kinds of sinks there are. */
public final class SinkTypes {
  private static final List<SinkType> ALL =
      List.of(new LakeSink(), new DatabaseSink(), new WebhookSink());

  private SinkTypes() {}

  /** Each kind, wanted or not. */
  public static List<SinkType> all() {
    return ALL;
  }

  /** The settings of the worker and of every kind. */
  public static List<Setting> settings() {
    List<Setting> settings = new ArrayList<>(ConnectWorkerSettings.ALL);
    ALL.forEach(sink -> settings.addAll(sink.settings()));
    return List.copyOf(settings);
  }
}
