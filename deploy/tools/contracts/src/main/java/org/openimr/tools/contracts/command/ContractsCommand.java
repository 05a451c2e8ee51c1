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
        "Write the contract documents: AsyncAPI of topics and events, OpenAPI of the HTTP API, and"
            + " a JSON Schema of each event as printed by imr parse.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  imr contracts contracts",
      "  imr contracts deploy/tools/contracts/published --pages deploy/docs    after a code change"
    })
public final class ContractsCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "DIR", description = "Output directory; created if missing.")
  private Path out;

  @Option(
      names = "--pages",
      paramLabel = "DIR",
      description =
          "Also write the generated documentation pages events.md and settings.md to this"
              + " directory.")
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

  /** Returns the generated documentation pages by file name. */
  static Map<String, String> generatedPages() {
    return Map.of("events.md", ContractDocuments.eventsPage(), "settings.md", SettingsPage.page());
  }

  private void write(Path directory, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
      console.line(path.toString());
    }
  }
}
