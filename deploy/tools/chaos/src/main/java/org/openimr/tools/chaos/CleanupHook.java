package org.openimr.tools.chaos;

import org.openimr.tools.chaos.process.ProcessCluster;

/** Stops all processes and removes their data when this JVM exits, for example on Ctrl-C. */
final class CleanupHook {
  private CleanupHook() {}

  /** Registers the hook; after a complete run it does nothing. */
  static void register(ProcessCluster processes, ChaosRunDirectory directory) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  processes.close();
                  directory.close();
                },
                "cleanup"));
  }
}
