package org.openimr.cli;

import java.util.Optional;
import org.openimr.cli.console.Console;

/**
 * Adds a subcommand of another module to {@code imr}. Providers are discovered with {@link
 * java.util.ServiceLoader}: the image for operators contains only the subcommands of this module, a
 * developer's {@code imr} also those of the standalone stack and the tools.
 */
public interface SubcommandProvider {
  /** Name of the parent command; empty for {@code imr} itself. */
  default String parent() {
    return "";
  }

  /** Creates the command, an object with picocli annotations, that prints to {@code console}. */
  Object command(Console console);

  /** The message for a failure that only the module of this provider knows; empty for others. */
  default Optional<String> explain(Exception failure) {
    return Optional.empty();
  }
}
