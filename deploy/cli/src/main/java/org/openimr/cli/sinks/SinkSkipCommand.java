package org.openimr.cli.sinks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.sink.connect.client.ConnectRestClient;
import org.openimr.sink.connect.client.ConnectorStatus;
import org.openimr.sink.connect.client.RecordSkipper;
import org.openimr.sink.connect.record.RecordPosition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imr sinks skip}. */
@Command(
    name = "skip",
    description = "Leaves out the record that a sink fails at and keeps it as a dead letter.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The record is left out by its position, in this sink only; what is before and behind it is"
          + " not touched. imr dlq shows it, with code SINK_FAILED.",
      "",
      "Examples:",
      "  imr sinks skip lake",
      "  imr sinks skip database --at imr.item-decisions.v1/3/42"
    })
final class SinkSkipCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "SINK", description = "A sink, or one of its connectors.")
  private String sink;

  @Option(
      names = "--at",
      paramLabel = "TOPIC/PARTITION/OFFSET",
      description = "The record. Without it: the one that the failure names.")
  private String at;

  @Mixin private ConnectWorkerOption worker;
  @Mixin private ClusterOptions cluster;

  SinkSkipCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (ConnectRestClient client = worker.client()) {
      RecordSkipper skip = new RecordSkipper(client, cluster.settings(List.of(), Map.of()));
      ConnectorStatus status = failed(ConnectorSelection.of(client, sink));
      RecordPosition position = position(skip, status);
      skip.skip(status, position);
      console.line(
          "%s goes on without %s, kept as a dead letter".formatted(status.name(), position));
      return 0;
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
    throw ClusterOptions.failure(
        failed.isEmpty()
            ? sink + " has not failed; name a connector and a record with --at to skip it anyway."
            : "Several have failed; name one of "
                + failed.stream().map(ConnectorStatus::name).toList()
                + ".");
  }

  private RecordPosition position(RecordSkipper skip, ConnectorStatus status) {
    if (at != null) {
      return RecordPosition.of(at)
          .orElseThrow(
              () ->
                  ClusterOptions.failure("--at is to be TOPIC/PARTITION/OFFSET, not " + at + "."));
    }
    return skip.failedPosition(status)
        .orElseThrow(
            () ->
                ClusterOptions.failure(
                    "The failure of %s names no record; one of those behind %s is it. Name it with"
                            .formatted(status.name(), skip.pendingPositions(status.name()))
                        + " --at; the log of the database or receiver may say which."));
  }
}
