package org.openimr.cli.sinks;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.sink.connect.client.ConnectRestClient;
import org.openimr.sink.connect.client.ConnectorStatus;
import org.openimr.sink.connect.client.RecordSkipper;
import org.openimr.sink.connect.record.RecordPosition;
import org.openimr.sink.connect.record.SafeStackTrace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imr sinks status}. */
@Command(
    name = "status",
    description = "Says of each task how it is, what failed, at which record, and what waits.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Failures are told by the classes of their exceptions, for their messages may quote a letter;"
          + " --trace shows all, for those who may read letters.",
      "",
      "Examples:",
      "  imr sinks status",
      "  imr sinks status database --trace"
    })
final class SinkStatusCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "0..1", paramLabel = "SINK", description = "Without it: all.")
  private String sink;

  @Option(names = "--trace", description = "Show stack traces; they may quote letters.")
  private boolean trace;

  @Mixin private ConnectWorkerOption worker;
  @Mixin private ClusterOptions cluster;

  SinkStatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (ConnectRestClient client = worker.client()) {
      List<ConnectorStatus> chosen =
          sink == null ? client.statuses() : ConnectorSelection.of(client, sink);
      RecordSkipper skip =
          new RecordSkipper(client, cluster.settings(List.of(), java.util.Map.of()));
      chosen.forEach(each -> tell(each, skip));
      return chosen.stream().anyMatch(ConnectorStatus::isFailed) ? 1 : 0;
    }
  }

  private void tell(ConnectorStatus status, RecordSkipper skip) {
    console.line("%s  %s on %s".formatted(status.name(), status.state(), status.worker()));
    status
        .tasks()
        .forEach(
            task ->
                console.line(
                    "  task %d  %s on %s".formatted(task.number(), task.state(), task.worker())));
    if (status.isFailed()) {
      console.line("  failed: " + kinds(status.failure()));
      Optional<RecordPosition> at = skip.failedPosition(status);
      console.line(
          "  at: " + at.map(RecordPosition::toString).orElse("a record that is not named"));
    }
    skip.pendingPositions(status.name()).forEach(at -> console.line("  waits from " + at));
    if (trace) {
      status.failure().ifPresent(console::line);
    }
  }

  private static String kinds(Optional<String> failure) {
    return failure
        .map(SafeStackTrace::parse)
        .map(SafeStackTrace::exceptionClasses)
        .orElse("unknown");
  }
}
