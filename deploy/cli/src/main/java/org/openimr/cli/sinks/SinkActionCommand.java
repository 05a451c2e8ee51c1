package org.openimr.cli.sinks;

import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.sink.connect.client.ConnectRestClient;
import org.openimr.sink.connect.client.ConnectorStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that applies one action to all connectors of a sink. */
abstract class SinkActionCommand implements Callable<Integer> {
  private final Console console;
  private final String done;

  @Parameters(paramLabel = "SINK", description = "Name of a sink or of one connector.")
  private String sink;

  @Mixin private ConnectWorkerOption worker;

  SinkActionCommand(Console console, String done) {
    this.console = console;
    this.done = done;
  }

  @Override
  public Integer call() {
    try (ConnectRestClient client = worker.client()) {
      for (ConnectorStatus status : ConnectorSelection.of(client, sink)) {
        act(client, status.name());
        console.line(status.name() + " " + done);
      }
      return ExitCode.OK;
    }
  }

  abstract void act(ConnectRestClient client, String connector);

  /** {@code imr sinks pause}. */
  @Command(
      name = "pause",
      description = "Pause a sink; its offsets are kept.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  imr sinks pause lake"})
  static final class Pause extends SinkActionCommand {
    Pause(Console console) {
      super(console, "paused");
    }

    @Override
    void act(ConnectRestClient client, String connector) {
      client.pause(connector);
    }
  }

  /** {@code imr sinks resume}. */
  @Command(
      name = "resume",
      description = "Resume a paused sink.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  imr sinks resume lake"})
  static final class Resume extends SinkActionCommand {
    Resume(Console console) {
      super(console, "resumed");
    }

    @Override
    void act(ConnectRestClient client, String connector) {
      client.resume(connector);
    }
  }

  /** {@code imr sinks restart}. */
  @Command(
      name = "restart",
      description = "Restart connectors and tasks, failed or not.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  imr sinks restart database"})
  static final class Restart extends SinkActionCommand {
    Restart(Console console) {
      super(console, "restarted");
    }

    @Override
    void act(ConnectRestClient client, String connector) {
      client.restart(connector, false);
    }
  }
}
