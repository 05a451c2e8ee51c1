package org.openimr.sink.worker;

import java.util.ArrayList;
import java.util.List;
import org.openimr.schemas.settings.Setting;
import org.openimr.sink.connect.spi.SinkType;
import org.openimr.sink.connect.worker.ConnectWorkerSettings;
import org.openimr.sink.database.DatabaseSink;
import org.openimr.sink.lake.LakeSink;
import org.openimr.sink.webhook.WebhookSink;

/** The sink types of this project. */
public final class SinkTypes {
  private static final List<SinkType> ALL =
      List.of(new LakeSink(), new DatabaseSink(), new WebhookSink());

  private SinkTypes() {}

  /** All sink types, configured or not. */
  public static List<SinkType> all() {
    return ALL;
  }

  /** Settings of the worker and of all sink types. */
  public static List<Setting> settings() {
    List<Setting> settings = new ArrayList<>(ConnectWorkerSettings.ALL);
    ALL.forEach(sink -> settings.addAll(sink.settings()));
    return List.copyOf(settings);
  }
}
