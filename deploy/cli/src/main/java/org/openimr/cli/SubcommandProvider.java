package org.openimr.cli;

import java.util.Optional;
import org.openimr.cli.console.Console;

/**
 * Adds a subcommand of another module to {@code imr}. Providers are found by {@link
 * java.util.ServiceLoader}, so the image for operators has only the subcommands of this module, and
 * a developer's {@code imr} has those of the standalone stack and of the tools as well.
 */
public interface SubcommandProvider {
  /** The name of the command that the subcommand belongs to, empty for {@code imr} itself. */
  default String parent() {
    return "";
  }

  /** The command object, annotated for picocli. */
  Object command(Console console);

  /** The sentence that tells a user about a failure that only this module knows. */
  default Optional<String> explain(Exception failure) {
    return Optional.empty();
  }
}
