package org.openimr.standalone.up;

import java.util.Optional;
import org.openimr.cli.SubcommandProvider;
import org.openimr.cli.console.Console;
import org.openimr.standalone.process.StartupException;

/** Adds {@code imr up}. */
public final class UpCommandProvider implements SubcommandProvider {
  @Override
  public Object command(Console console) {
    return new UpCommand(console);
  }

  @Override
  public Optional<String> explain(Exception failure) {
    return failure instanceof StartupException
        ? Optional.ofNullable(failure.getMessage())
        : Optional.empty();
  }
}
