package org.openimr.tools.contracts.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.tools.contracts.ContractDocuments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imr contracts}. */
@Command(
    name = "contracts",
    description =
        "Writes what others build on: the AsyncAPI document of topics and events, the OpenAPI document"
            + " of the HTTP entrance, a JSON Schema of each event as imr parse prints it.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  imr contracts contracts",
      "  imr contracts deploy/tools/contracts/published --pages deploy/docs    after a change of the code"
    })
public final class ContractsCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "DIR", description = "Where to; made if it is not there.")
  private Path out;

  @Option(
      names = "--pages",
      paramLabel = "DIR",
      description = "Also writes the generated pages of the docs there: events.md, settings.md.")
  private Optional<Path> pages = Optional.empty();

  public ContractsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    write(out, ContractDocuments.documents());
    if (pages.isPresent()) {
      write(pages.get(), generatedPages());
    }
    return ExitCode.OK;
  }

  /** Pages of the docs that are not written by hand, by file name. */
  static Map<String, String> generatedPages() {
    return Map.of("events.md", ContractDocuments.eventsPage(), "settings.md", SettingsPage.page());
  }

  private void write(Path folder, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
      console.line(path.toString());
    }
  }
}
