package org.openimr.standalone.trial;

import org.openimr.cli.SubcommandProvider;
import org.openimr.cli.console.Console;

/** Adds {@code imr sinks trial}. */
public final class SinkTrialCommandProvider implements SubcommandProvider {
  @Override
  public String parent() {
    return "sinks";
  }

  @Override
  public Object command(Console console) {
    return new SinkTrialCommand(console);
  }
}
