package org.openimr.standalone.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import org.openimr.standalone.pipeline.DataDirectory;
import org.openimr.standalone.pipeline.PipelinePorts;
import org.openimr.standalone.sinks.SinkSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code imr up}. */
@Command(
    name = "up",
    description =
        "Run broker, registry and services on this machine, process the letters of a folder, and"
            + " print each decision as it is published.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "All servers listen on 127.0.0.1 only. Ctrl-C stops within five seconds, a second Ctrl-C at"
          + " once.",
      "",
      "Examples:",
      "  imr up                               process the sample letters, then new files",
      "  imr up --letters inbox --until-done  process the letters of a folder, print a summary,"
          + " exit",
      "  imr up --port 9092                   broker on 9092, registry 9093, HTTP 9094, monitor"
          + " 9095, sinks 9096",
      "  imr up --sinks lake,database --until-done --reconcile",
      "                                       verify that each sink holds all events",
      "  imr up --data state                  keep all data and continue with it at the next run",
      "",
      "Exit code 1: a letter was rejected, or a sink does not hold all events."
    })
public final class UpCommand implements Callable<Integer> {
  /** System property set by the {@code imr} script: directory of the sample letters. */
  private static final String SAMPLES = "imr.samples";

  private static final int MAX_FIRST_PORT = 65531;

  private final Console console;

  @Spec private CommandSpec spec;

  @Option(
      names = "--letters",
      paramLabel = "DIR",
      description = "Folder with letters, PDF or text. Default: the sample letters of the project.")
  private Path letters;

  @Option(names = "--until-done", description = "Stop when all letters of the folder are done.")
  private boolean untilDone;

  @Option(
      names = "--port",
      paramLabel = "N",
      description =
          "Port of the broker; registry, HTTP API, monitor and Connect worker use the next four."
              + " Default: free ports, the same for each run with the same data folder.")
  private Integer port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder for all data: new, empty or of an earlier run. Kept if it existed before or with"
              + " --keep. Default: a temporary folder.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--keep", description = "Keep the data folder at the end.")
  private boolean keep;

  @Option(
      names = "--sinks",
      paramLabel = "SINK[=TARGET],...",
      defaultValue = SinkSelection.DEFAULT,
      description =
          "Sinks: lake[=DIR], database[=JDBC-URL], webhook=URL, or none. Without a URL an embedded"
              + " database is started. Default: ${DEFAULT-VALUE}.")
  private String sinks;

  @Option(
      names = "--reconcile",
      description =
          "With --until-done: finally compare letters, events and the contents of each sink.")
  private boolean reconcile;

  public UpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (reconcile && !untilDone) {
      throw usageError("--reconcile requires --until-done.");
    }
    Path directory = lettersDirectory();
    if (port != null && (port < 1 || port > MAX_FIRST_PORT)) {
      throw usageError("--port must be between 1 and " + MAX_FIRST_PORT + ".");
    }
    try (DataDirectory dataDirectory = DataDirectory.open(data, keep)) {
      PipelinePorts ports =
          port == null ? PipelinePorts.of(dataDirectory) : PipelinePorts.startingAt(port);
      UpRun.UpOptions options =
          new UpRun.UpOptions(untilDone, reconcile, parseSinks(dataDirectory));
      return new UpRun(console, dataDirectory, directory, options).run(ports);
    }
  }

  private SinkSelection parseSinks(DataDirectory dataDirectory) {
    try {
      return SinkSelection.parse(sinks, dataDirectory);
    } catch (IllegalArgumentException e) {
      throw usageError(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException usageError(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private Path lettersDirectory() {
    Path directory = letters != null ? letters : Path.of(System.getProperty(SAMPLES, "samples"));
    if (!Files.isDirectory(directory)) {
      throw new CliException("Folder not found: " + directory + ". Name another with --letters.");
    }
    return directory;
  }
}
