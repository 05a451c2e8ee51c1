package org.openimr.tools.contracts.command;

import org.openimr.cli.SubcommandProvider;
import org.openimr.cli.console.Console;

/** Adds {@code imr contracts}. */
public final class ContractsCommandProvider implements SubcommandProvider {
  @Override
  public Object command(Console console) {
    return new ContractsCommand(console);
  }
}
