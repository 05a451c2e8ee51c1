package org.openimr.tools.evaluation;

import org.openimr.cli.SubcommandProvider;
import org.openimr.cli.console.Console;

/** Adds {@code imr evaluate}. */
public final class EvaluateCommandProvider implements SubcommandProvider {
  @Override
  public Object command(Console console) {
    return new EvaluateCommand();
  }
}
