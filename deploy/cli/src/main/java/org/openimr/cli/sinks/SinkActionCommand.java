package org.openimr.cli.sinks;

import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.sink.connect.client.ConnectRestClient;
import org.openimr.sink.connect.client.ConnectorStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The commands that do one thing to all connectors of a sink. */
abstract class SinkActionCommand implements Callable<Integer> {
  private final Console console;
  private final String done;

  @Parameters(paramLabel = "SINK", description = "A sink, or one of its connectors.")
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
      return 0;
    }
  }

  abstract void act(ConnectRestClient client, String connector);

  /** {@code imr sinks pause}. */
  @Command(
      name = "pause",
      description = "Stops taking records; positions stay.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  imr sinks pause lake"})
  static final class Pause extends SinkActionCommand {
    Pause(Console console) {
      super(console, "pauses");
    }

    @Override
    void act(ConnectRestClient client, String connector) {
      client.pause(connector);
    }
  }

  /** {@code imr sinks resume}. */
  @Command(
      name = "resume",
      description = "Goes on where it was paused.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  imr sinks resume lake"})
  static final class Resume extends SinkActionCommand {
    Resume(Console console) {
      super(console, "goes on");
    }

    @Override
    void act(ConnectRestClient client, String connector) {
      client.resume(connector);
    }
  }

  /** {@code imr sinks restart}. */
  @Command(
      name = "restart",
      description = "Starts connector and tasks again, failed or not.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  imr sinks restart database"})
  static final class Restart extends SinkActionCommand {
    Restart(Console console) {
      super(console, "is started again");
    }

    @Override
    void act(ConnectRestClient client, String connector) {
      client.restart(connector, false);
    }
  }
}
