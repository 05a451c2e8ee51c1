package org.openimr.cli.sinks;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
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
    description = "Show the state of each task, failures with their record, and pending records.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Failures are shown as exception classes because messages may quote a letter; --trace prints"
          + " the stack traces.",
      "",
      "Examples:",
      "  imr sinks status",
      "  imr sinks status database --trace"
    })
final class SinkStatusCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "SINK",
      description = "Name of a sink or of one connector. Default: all.")
  private String sink;

  @Option(names = "--trace", description = "Print stack traces, which may quote letters.")
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
      RecordSkipper skipper = new RecordSkipper(client, cluster.settings());
      chosen.forEach(each -> print(each, skipper));
      return chosen.stream().anyMatch(ConnectorStatus::isFailed) ? ExitCode.FINDINGS : ExitCode.OK;
    }
  }

  private void print(ConnectorStatus status, RecordSkipper skipper) {
    console.line("%s  %s on %s".formatted(status.name(), status.state(), status.worker()));
    status
        .tasks()
        .forEach(
            task ->
                console.line(
                    "  task %d  %s on %s".formatted(task.number(), task.state(), task.worker())));
    if (status.isFailed()) {
      console.line("  failed: " + exceptionClasses(status.failure()));
      Optional<RecordPosition> at = skipper.failedPosition(status);
      console.line("  at: " + at.map(RecordPosition::toString).orElse("unknown record"));
    }
    skipper.pendingPositions(status.name()).forEach(at -> console.line("  pending from " + at));
    if (trace) {
      status.failure().ifPresent(console::line);
    }
  }

  private static String exceptionClasses(Optional<String> failure) {
    return failure
        .map(SafeStackTrace::parse)
        .map(SafeStackTrace::exceptionClasses)
        .orElse("unknown");
  }
}
