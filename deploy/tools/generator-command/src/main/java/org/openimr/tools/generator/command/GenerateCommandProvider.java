package org.openimr.tools.generator.command;

import org.openimr.cli.SubcommandProvider;
import org.openimr.cli.console.Console;

/** Adds {@code imr generate}. */
public final class GenerateCommandProvider implements SubcommandProvider {
  @Override
  public Object command(Console console) {
    return new GenerateCommand(console);
  }
}
