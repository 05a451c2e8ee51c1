package org.openimr.cli.sinks;

import java.util.List;
import org.openimr.cli.console.CliException;
import org.openimr.sink.connect.client.ConnectRestClient;
import org.openimr.sink.connect.client.ConnectorStatus;

/** Selects connectors by a name on the command line. */
final class ConnectorSelection {
  private ConnectorSelection() {}

  /** All connectors of a sink with this name, or the connector with this name. */
  static List<ConnectorStatus> of(ConnectRestClient worker, String name) {
    List<ConnectorStatus> all = worker.statuses();
    List<ConnectorStatus> chosen =
        all.stream().filter(each -> each.sink().equals(name) || each.name().equals(name)).toList();
    if (chosen.isEmpty()) {
      throw new CliException(
          "Unknown sink %s; known connectors: %s."
              .formatted(name, all.stream().map(ConnectorStatus::name).toList()));
    }
    return chosen;
  }
}
