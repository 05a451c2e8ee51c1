package org.openimr.cli.guidelines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
    description = "Writes the catalogue as a page to search: every entry with its time in force.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The page is one file of HTML that loads nothing else.",
      "",
      "Examples:",
      "  imr guidelines page --out catalogue.html             what the topic holds",
      "  imr guidelines page --out catalogue.html --shipped   without any broker"
    })
final class GuidelinesPageCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CatalogueSourceOptions catalogue;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where to write it; replaced if it is there.")
  private Path out;

  GuidelinesPageCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Collection<Guideline> entries = catalogue.entries();
    Files.writeString(out, CatalogueHtmlPage.of(entries, LocalDate.now()));
    console.line("%d entries in %s".formatted(entries.size(), out));
    return ExitCode.OK;
  }
}
