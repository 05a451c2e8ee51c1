package org.openimr.sink;

import java.util.ArrayList;
import java.util.List;
import org.openimr.schemas.Setting;
import org.openimr.sink.connect.Sink;
import org.openimr.sink.connect.WorkerSettings;
import org.openimr.sink.database.DatabaseSink;
import org.openimr.sink.lake.LakeSink;
import org.openimr.sink.webhook.WebhookSink;

/** All kinds of sinks there are. */
public final class Sinks {
  private static final List<Sink> ALL =
      List.of(new LakeSink(), new DatabaseSink(), new WebhookSink());

  private Sinks() {}

  /** Each kind, wanted or not. */
  public static List<Sink> all() {
    return ALL;
  }

  /** The settings of the worker and of every kind. */
  public static List<Setting> settings() {
    List<Setting> settings = new ArrayList<>(WorkerSettings.ALL);
    ALL.forEach(sink -> settings.addAll(sink.settings()));
    return List.copyOf(settings);
  }
}
