package org.openimr.local.sinks;

import java.util.List;
import java.util.concurrent.Callable;
import org.openimr.local.console.Console;
import org.openimr.sink.connect.ConnectorStatus;
import org.openimr.sink.connect.ConnectorStatus.State;
import org.openimr.sink.connect.SinksClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code imr sinks list}. */
@Command(
    name = "list",
    description = "Lists the connectors with their state and tasks.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  imr sinks list --worker http://127.0.0.1:9096"})
final class ListSinksCommand implements Callable<Integer> {
  private static final String ROW = "%-24s %-10s %-8s %s";

  private final Console console;

  @Mixin private WorkerOption worker;

  ListSinksCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (SinksClient client = worker.client()) {
      List<ConnectorStatus> all = client.statuses();
      console.line(ROW.formatted("CONNECTOR", "STATE", "RUNNING", "WORKER"));
      all.forEach(each -> console.line(row(each)));
      return all.stream().anyMatch(ConnectorStatus::isFailed) ? 1 : 0;
    }
  }

  private static String row(ConnectorStatus status) {
    long running = status.tasks().stream().filter(task -> task.state() == State.RUNNING).count();
    return ROW.formatted(
        status.name(),
        status.isFailed() ? State.FAILED : status.state(),
        running + "/" + status.tasks().size(),
        status.worker());
  }
}
