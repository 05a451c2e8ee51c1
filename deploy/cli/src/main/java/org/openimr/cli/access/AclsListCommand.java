package org.openimr.cli.access;

import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr acls list}. */
@Command(
    name = "list",
    description = "Print the access rules, without a broker.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  imr acls list",
      "  imr acls list --format commands     calls of kafka-acls.sh",
      "  imr acls list --format commands --principal ingest=CN=ingest"
    })
final class AclsListCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TEXT",
      description = "text, commands (of kafka-acls.sh), json or markdown. Default: text.")
  private AclOutputFormat format;

  @Mixin private PrincipalOption principals;

  AclsListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    format.lines(principals.byRole()).forEach(console::line);
    return ExitCode.OK;
  }
}
