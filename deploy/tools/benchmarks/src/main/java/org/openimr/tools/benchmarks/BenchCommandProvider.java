package org.openimr.tools.benchmarks;

import org.openimr.cli.SubcommandProvider;
import org.openimr.cli.console.Console;

/** Adds {@code imr bench}. */
public final class BenchCommandProvider implements SubcommandProvider {
  @Override
  public Object command(Console console) {
    return new BenchCommand();
  }
}
