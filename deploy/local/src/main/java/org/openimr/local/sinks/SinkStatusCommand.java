package org.openimr.local.sinks;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openimr.local.command.ClusterOption;
import org.openimr.local.console.Console;
import org.openimr.sink.connect.ConnectorStatus;
import org.openimr.sink.connect.FailureTrace;
import org.openimr.sink.connect.Position;
import org.openimr.sink.connect.RecordSkip;
import org.openimr.sink.connect.SinksClient;
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

  @Mixin private WorkerOption worker;
  @Mixin private ClusterOption cluster;

  SinkStatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (SinksClient client = worker.client()) {
      List<ConnectorStatus> chosen =
          sink == null ? client.statuses() : ChosenConnectors.of(client, sink);
      RecordSkip skip = new RecordSkip(client, cluster.settings(List.of(), java.util.Map.of()));
      chosen.forEach(each -> tell(each, skip));
      return chosen.stream().anyMatch(ConnectorStatus::isFailed) ? 1 : 0;
    }
  }

  private void tell(ConnectorStatus status, RecordSkip skip) {
    console.line("%s  %s on %s".formatted(status.name(), status.state(), status.worker()));
    status
        .tasks()
        .forEach(
            task ->
                console.line(
                    "  task %d  %s on %s".formatted(task.number(), task.state(), task.worker())));
    if (status.isFailed()) {
      console.line("  failed: " + kinds(status.failure()));
      Optional<Position> at = skip.failedAt(status);
      console.line("  at: " + at.map(Position::toString).orElse("a record that is not named"));
    }
    skip.waiting(status.name()).forEach(at -> console.line("  waits from " + at));
    if (trace) {
      status.failure().ifPresent(console::line);
    }
  }

  private static String kinds(Optional<String> failure) {
    return failure.map(FailureTrace::of).map(FailureTrace::kinds).orElse("unknown");
  }
}
