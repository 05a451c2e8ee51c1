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
import picocli.CommandLine.Option;

/** {@code imr up}. */
@Command(
    name = "up",
    description =
        "Runs all of it on this machine: broker, registry and services; takes letters from a folder"
            + " and prints each decision as it is published.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "All listen on 127.0.0.1 only. Ctrl-C ends it within five seconds, a second one at once.",
      "",
      "Examples:",
      "  imr up                               the sample letters, then whatever comes",
      "  imr up --letters inbox --until-done  the letters of a folder, then a summary; exit code 1"
          + " if any could not be read",
      "  imr up --port 9092                   broker on 9092, registry 9093, HTTP 9094, monitor 9095,"
          + " sinks 9096",
      "  imr up --sinks lake,database --until-done --reconcile",
      "                                       and proves that each sink holds all of it",
      "  imr up --data state                  goes on next time where it stopped",
    })
public final class UpCommand implements Callable<Integer> {
  /** System property of the script: the letters that the project ships. */
  private static final String SAMPLES = "imr.samples";

  private static final int LAST_FIRST_PORT = 65531;

  private final Console console;

  @Option(
      names = "--letters",
      paramLabel = "DIR",
      description = "Folder with letters, PDF or text. Without it: the samples of the project.")
  private Path letters;

  @Option(
      names = "--until-done",
      description = "Ends when every letter in the folder has come out.")
  private boolean untilDone;

  @Option(
      names = "--port",
      paramLabel = "N",
      description =
          "Port of the broker; registry, HTTP entrance, monitor and sinks' worker get the next four."
              + " Without it: free ones, the same at each run over the same folder.")
  private Integer port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder for all that it writes: new, empty or of an earlier run. Kept if it was there"
              + " before or with --keep. Without it: a temporary folder.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--keep", description = "Keeps the data folder at the end.")
  private boolean keep;

  @Option(
      names = "--sinks",
      paramLabel = "SINK[=WHERE],...",
      defaultValue = SinkSelection.DEFAULT,
      description =
          "Where events go: lake[=DIR], database[=JDBC-URL], webhook=URL, or none. Without a URL the"
              + " database is one of its own. Without the option: ${DEFAULT-VALUE}.")
  private String sinks;

  @Option(
      names = "--reconcile",
      description = "Ends with a comparison of letters, events and what each sink holds.")
  private boolean reconcile;

  public UpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (reconcile && !untilDone) {
      throw new CliException("--reconcile compares at the end: it needs --until-done.");
    }
    Path folder = folderOfLetters();
    if (port != null && (port < 1 || port > LAST_FIRST_PORT)) {
      throw new CliException("--port is to be from 1 to " + LAST_FIRST_PORT + ".");
    }
    try (DataDirectory dataFolder = DataDirectory.open(data, keep)) {
      PipelinePorts ports =
          port == null ? PipelinePorts.of(dataFolder) : PipelinePorts.startingAt(port);
      UpRun.UpOptions wishes =
          new UpRun.UpOptions(untilDone, reconcile, SinkSelection.parse(sinks, dataFolder));
      return new UpRun(console, dataFolder, folder, wishes).run(ports);
    }
  }

  private Path folderOfLetters() {
    Path folder = letters != null ? letters : Path.of(System.getProperty(SAMPLES, "samples"));
    if (!Files.isDirectory(folder)) {
      throw new CliException("There is no folder " + folder + "; name one with --letters.");
    }
    return folder;
  }
}
