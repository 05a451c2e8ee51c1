package org.openimr.cli.sinks;

import java.util.List;
import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.sink.connect.client.ConnectRestClient;
import org.openimr.sink.connect.client.ConnectorStatus;
import org.openimr.sink.connect.client.ConnectorStatus.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code imr sinks list}. */
@Command(
    name = "list",
    description = "List the connectors with their state and tasks.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  imr sinks list --worker http://127.0.0.1:9096"})
final class SinksListCommand implements Callable<Integer> {
  private static final String ROW = "%-24s %-10s %-8s %s";

  private final Console console;

  @Mixin private ConnectWorkerOption worker;

  SinksListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (ConnectRestClient client = worker.client()) {
      List<ConnectorStatus> all = client.statuses();
      console.line(ROW.formatted("CONNECTOR", "STATE", "RUNNING", "WORKER"));
      all.forEach(each -> console.line(row(each)));
      return all.stream().anyMatch(ConnectorStatus::isFailed) ? ExitCode.FINDINGS : ExitCode.OK;
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
