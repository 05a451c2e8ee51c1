package org.openimr.cli.sinks;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.sink.connect.client.ConnectRestClient;
import org.openimr.sink.connect.client.ConnectorStatus;
import org.openimr.sink.connect.client.RecordSkipper;
import org.openimr.sink.connect.record.RecordPosition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code imr sinks skip}. */
@Command(
    name = "skip",
    description = "Skip the record at which a sink fails and keep it as a dead letter.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The record is skipped by its position, in this sink only; other records are not affected."
          + " imr dlq shows it with code SINK_FAILED.",
      "",
      "Examples:",
      "  imr sinks skip lake",
      "  imr sinks skip database --at imr.item-decisions.v1/3/42"
    })
final class SinkSkipCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "SINK", description = "Name of a sink or of one connector.")
  private String sink;

  @Option(
      names = "--at",
      paramLabel = "TOPIC/PARTITION/OFFSET",
      description = "Position of the record. Default: the position named in the failure.")
  private @Nullable String at;

  @Mixin private ConnectWorkerOption worker;
  @Mixin private ClusterOptions cluster;
  @Spec private CommandSpec spec;

  SinkSkipCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (ConnectRestClient client = worker.client()) {
      RecordSkipper skipper = new RecordSkipper(client, cluster.settings());
      ConnectorStatus status = failed(ConnectorSelection.of(client, sink));
      RecordPosition position = position(skipper, status);
      skipper.skip(status, position);
      console.line("%s skips %s, kept as a dead letter".formatted(status.name(), position));
      return ExitCode.OK;
    }
  }

  private ConnectorStatus failed(List<ConnectorStatus> chosen) {
    List<ConnectorStatus> failed = chosen.stream().filter(ConnectorStatus::isFailed).toList();
    if (failed.size() == 1) {
      return failed.getFirst();
    }
    if (chosen.size() == 1 && at != null) {
      return chosen.getFirst();
    }
    throw new CliException(
        failed.isEmpty()
            ? sink + " has not failed. To skip a record anyway, name a connector and use --at."
            : "Several connectors have failed; name one of "
                + failed.stream().map(ConnectorStatus::name).toList()
                + ".");
  }

  private RecordPosition position(RecordSkipper skipper, ConnectorStatus status) {
    if (at != null) {
      return RecordPosition.of(at)
          .orElseThrow(
              () ->
                  new ParameterException(
                      spec.commandLine(), "--at must be TOPIC/PARTITION/OFFSET, not " + at + "."));
    }
    return skipper
        .failedPosition(status)
        .orElseThrow(
            () ->
                new CliException(
                    "The failure of %s names no record. It is one of those from %s on; set it with"
                            .formatted(status.name(), skipper.pendingPositions(status.name()))
                        + " --at. The log of the database or receiver may name it."));
  }
}
