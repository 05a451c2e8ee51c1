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
    description = "Write the documentation as static HTML pages.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  imr docs site && xdg-open site/index.html"})
public final class DocsCommand implements Callable<Integer> {
  /** System property set by the {@code imr} script: directory of the documentation. */
  private static final String PAGES = "imr.docs";

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "Output directory; created if missing.")
  private Path out;

  @Option(
      names = "--pages",
      paramLabel = "DIR",
      description =
          "Folder with the Markdown pages and a README.md. Default: the project's documentation.")
  private Path pages = Path.of(System.getProperty(PAGES, "deploy/docs"));

  public DocsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    int written = DocsSite.write(pages, out);
    console.line("%d pages written; start with %s".formatted(written, out.resolve("index.html")));
    return ExitCode.OK;
  }
}
