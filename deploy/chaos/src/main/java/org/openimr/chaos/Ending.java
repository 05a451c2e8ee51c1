package org.openimr.chaos;

import org.openimr.chaos.process.Processes;

/** Ctrl-C: ends all processes and removes their data before this one ends. */
final class Ending {
  private Ending() {}

  /** Whatever ends this process, also after the run: then there is nothing left to do. */
  static void with(Processes processes, RunFolder folder) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  processes.close();
                  folder.close();
                },
                "end"));
  }
}
