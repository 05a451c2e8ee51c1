package org.openimr.tools.chaos;

import org.openimr.tools.chaos.process.ProcessCluster;

/** Ctrl-C: ends all processes and removes their data before this one ends. */
final class CleanupHook {
  private CleanupHook() {}

  /** Whatever ends this process, also after the run: then there is nothing left to do. */
  static void register(ProcessCluster processes, ChaosRunDirectory folder) {
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
