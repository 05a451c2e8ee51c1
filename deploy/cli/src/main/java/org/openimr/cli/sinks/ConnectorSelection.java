package org.openimr.cli.sinks;

import java.util.List;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.sink.connect.client.ConnectRestClient;
import org.openimr.sink.connect.client.ConnectorStatus;

/** The connectors that a name on the command line means. */
final class ConnectorSelection {
  private ConnectorSelection() {}

  /** All of a sink, or the one of that name. */
  static List<ConnectorStatus> of(ConnectRestClient worker, String name) {
    List<ConnectorStatus> all = worker.statuses();
    List<ConnectorStatus> chosen =
        all.stream().filter(each -> each.sink().equals(name) || each.name().equals(name)).toList();
    if (chosen.isEmpty()) {
      throw ClusterOptions.failure(
          "There is no sink %s; there are %s."
              .formatted(name, all.stream().map(ConnectorStatus::name).toList()));
    }
    return chosen;
  }
}
