package org.openimr.tools.chaos;

import org.openimr.cli.SubcommandProvider;
import org.openimr.cli.console.Console;

/** Adds {@code imr chaos}. */
public final class ChaosCommandProvider implements SubcommandProvider {
  @Override
  public Object command(Console console) {
    return new ChaosCommand();
  }
}
