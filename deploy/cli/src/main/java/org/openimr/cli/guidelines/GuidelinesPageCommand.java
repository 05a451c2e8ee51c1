package org.openimr.cli.guidelines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.parser.citation.model.Guideline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr guidelines page}. */
@Command(
    name = "page",
    description = "Write the catalogue as a searchable HTML page with the periods of all entries.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The page is a single file without external resources.",
      "",
      "Examples:",
      "  imr guidelines page --out catalogue.html             the catalogue on the topic",
      "  imr guidelines page --out catalogue.html --shipped   without a broker"
    })
final class GuidelinesPageCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CatalogueSourceOptions catalogue;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Output file; replaced if it exists.")
  private Path out;

  GuidelinesPageCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Collection<Guideline> entries = catalogue.entries();
    Files.writeString(out, CatalogueHtmlPage.of(entries, LocalDate.now(ZoneId.systemDefault())));
    console.line("%d entries written to %s".formatted(entries.size(), out));
    return ExitCode.OK;
  }
}
