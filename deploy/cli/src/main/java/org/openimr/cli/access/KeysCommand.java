package org.openimr.cli.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Set;
import org.openimr.cli.console.Console;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.runtime.http.access.ApiKey;
import org.openimr.runtime.http.access.AuthenticatedClient;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imr keys}. */
@Command(
    name = "keys",
    description = "API keys for the HTTP entrance and the monitor; files hold only their hashes.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class KeysCommand {
  private final Console console;

  private KeysCommand(Console console) {
    this.console = console;
  }

  /** The command with its subcommands. */
  public static CommandLine with(Console console) {
    return new CommandLine(new KeysCommand(console));
  }

  @Command(
      name = "new",
      description =
          "Makes a key: the line for the file of keys on standard output, the key itself, this"
              + " once, on standard error.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Examples:",
        "  imr keys new clinic-a >> /etc/imr/keys",
        "  imr keys new auditors --right clinical-text >> /etc/imr/monitor-keys",
        "",
        "The service reads the file again by itself: ingest.http.keys, monitor.http.keys."
      })
  int create(
      @Parameters(paramLabel = "NAME", description = "Whose key it is.") String name,
      @Option(
              names = "--right",
              paramLabel = "RIGHT",
              description = "A right beyond coming in: clinical-text (monitor).")
          Set<String> rights) {
    String key = ApiKey.generate();
    console.line(line(name, rights, key));
    console.note("key of %s, shown this once: %s".formatted(name, key));
    return 0;
  }

  @Command(
      name = "hash",
      description = "The line for a key that there is already; reads the key from standard input.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  imr keys hash clinic-a < key.txt >> /etc/imr/keys"})
  int hash(
      @Parameters(paramLabel = "NAME", description = "Whose key it is.") String name,
      @Option(
              names = "--right",
              paramLabel = "RIGHT",
              description = "A right beyond coming in: clinical-text (monitor).")
          Set<String> rights)
      throws IOException {
    String key = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
    if (key == null || key.isBlank()) {
      throw ClusterOptions.failure("There is no key on standard input.");
    }
    console.line(line(name, rights, key.strip()));
    return 0;
  }

  private static String line(String name, Set<String> rights, String key) {
    return new ApiKey(
            new AuthenticatedClient(name, rights == null ? Set.of() : rights), ApiKey.hash(key))
        .toLine();
  }
}
