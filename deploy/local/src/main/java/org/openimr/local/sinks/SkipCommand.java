package org.openimr.local.sinks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openimr.local.command.ClusterOption;
import org.openimr.local.console.Console;
import org.openimr.sink.connect.ConnectorStatus;
import org.openimr.sink.connect.Position;
import org.openimr.sink.connect.RecordSkip;
import org.openimr.sink.connect.SinksClient;
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
final class SkipCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "SINK", description = "A sink, or one of its connectors.")
  private String sink;

  @Option(
      names = "--at",
      paramLabel = "TOPIC/PARTITION/OFFSET",
      description = "The record. Without it: the one that the failure names.")
  private String at;

  @Mixin private WorkerOption worker;
  @Mixin private ClusterOption cluster;

  SkipCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (SinksClient client = worker.client()) {
      RecordSkip skip = new RecordSkip(client, cluster.settings(List.of(), Map.of()));
      ConnectorStatus status = failed(ChosenConnectors.of(client, sink));
      Position position = position(skip, status);
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
    throw ClusterOption.failure(
        failed.isEmpty()
            ? sink + " has not failed; name a connector and a record with --at to skip it anyway."
            : "Several have failed; name one of "
                + failed.stream().map(ConnectorStatus::name).toList()
                + ".");
  }

  private Position position(RecordSkip skip, ConnectorStatus status) {
    if (at != null) {
      return Position.of(at)
          .orElseThrow(
              () -> ClusterOption.failure("--at is to be TOPIC/PARTITION/OFFSET, not " + at + "."));
    }
    return skip.failedAt(status)
        .orElseThrow(
            () ->
                ClusterOption.failure(
                    "The failure of %s names no record; one of those behind %s is it. Name it with"
                            .formatted(status.name(), skip.waiting(status.name()))
                        + " --at; the log of the database or receiver may say which."));
  }
}
