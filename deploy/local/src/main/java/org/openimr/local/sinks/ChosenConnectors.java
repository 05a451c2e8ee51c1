package org.openimr.local.sinks;

import java.util.List;
import org.openimr.local.command.ClusterOption;
import org.openimr.sink.connect.ConnectorStatus;
import org.openimr.sink.connect.SinksClient;

/** The connectors that a name on the command line means. */
final class ChosenConnectors {
  private ChosenConnectors() {}

  /** All of a sink, or the one of that name. */
  static List<ConnectorStatus> of(SinksClient worker, String name) {
    List<ConnectorStatus> all = worker.statuses();
    List<ConnectorStatus> chosen =
        all.stream().filter(each -> each.sink().equals(name) || each.name().equals(name)).toList();
    if (chosen.isEmpty()) {
      throw ClusterOption.failure(
          "There is no sink %s; there are %s."
              .formatted(name, all.stream().map(ConnectorStatus::name).toList()));
    }
    return chosen;
  }
}
