package org.openimr.benchmarks.pipeline;

import java.io.PrintStream;
import java.util.Locale;

/** One line on standard error that says what is being done and how far that is. */
final class Progress {
  private final PrintStream out;

  Progress(PrintStream out) {
    this.out = out;
  }

  /** Replaces the line. */
  void show(String what, long done, long all) {
    out.printf(Locale.ROOT, "\r%-40s %,12d of %,d   ", what, done, all);
    out.flush();
  }

  /** Leaves the line as it is. */
  void end() {
    out.println();
  }
}
