package org.openimr.cli.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imr docs}. */
@Command(
    name = "docs",
    description =
        "Writes the documentation as a site: plain HTML, to be opened or served as it is.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  imr docs site && xdg-open site/index.html"})
public final class DocsCommand implements Callable<Integer> {
  /** System property of the script: the pages that the project ships. */
  private static final String PAGES = "imr.docs";

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "Where to; made if it is not there.")
  private Path out;

  @Option(
      names = "--pages",
      paramLabel = "DIR",
      description = "Folder of the pages, with README.md to start from. Without it: the project's.")
  private Path pages = Path.of(System.getProperty(PAGES, "deploy/docs"));

  public DocsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    int written = DocsSite.write(pages, out);
    console.line("%d pages, from %s on".formatted(written, out.resolve("index.html")));
    return ExitCode.OK;
  }
}
