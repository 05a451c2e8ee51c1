package org.openimr.cli.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Set;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.runtime.http.access.ApiKey;
import org.openimr.runtime.http.access.AuthenticatedClient;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code imr keys}. */
@Command(
    name = "keys",
    description = "Create API keys for the HTTP API and the monitor.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class KeysCommand {
  private final Console console;

  @Spec private CommandSpec spec;

  private KeysCommand(Console console) {
    this.console = console;
  }

  /** Creates the command with its subcommands. */
  public static CommandLine create(Console console) {
    return new CommandLine(new KeysCommand(console));
  }

  @Command(
      name = "new",
      description =
          "Create a key. Its line for the key file, with a hash, goes to standard output; the key"
              + " itself is printed once, to standard error.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Examples:",
        "  imr keys new clinic-a >> /etc/imr/keys",
        "  imr keys new auditors --right clinical-text >> /etc/imr/monitor-keys",
        "",
        "The service reloads the file (ingest.http.keys, monitor.http.keys) when it changes."
      })
  int create(
      @Parameters(paramLabel = "NAME", description = "Client that the key belongs to.") String name,
      @Option(
              names = "--right",
              paramLabel = "RIGHT",
              description = "Additional right: clinical-text (monitor).")
          Set<String> rights) {
    String key = ApiKey.generate();
    console.line(line(name, rights, key));
    console.note("key of %s, shown only once: %s".formatted(name, key));
    return ExitCode.OK;
  }

  @Command(
      name = "hash",
      description = "Print the key file's line for an existing key, read from standard input.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  imr keys hash clinic-a < key.txt >> /etc/imr/keys"})
  int hash(
      @Parameters(paramLabel = "NAME", description = "Client that the key belongs to.") String name,
      @Option(
              names = "--right",
              paramLabel = "RIGHT",
              description = "Additional right: clinical-text (monitor).")
          Set<String> rights)
      throws IOException {
    String key = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
    if (key == null || key.isBlank()) {
      throw new CliException("Standard input has no key.");
    }
    console.line(line(name, rights, key.strip()));
    return ExitCode.OK;
  }

  private String line(String name, Set<String> rights, String key) {
    try {
      return new ApiKey(
              new AuthenticatedClient(name, rights == null ? Set.of() : rights), ApiKey.hash(key))
          .toLine();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
