package org.openimr.tools.chaos.process;

import java.util.Optional;

/** A process of the pipeline that can be killed and restarted. */
interface ManagedProcess {

  /** Starts the process without waiting until it is ready. */
  void start();

  /** Whether the process is ready, as observed from outside. */
  boolean isReady();

  /** Process id since the last start; 0 before the first. */
  long pid();

  /** Whether the process is running. */
  boolean isAlive();

  /** The latest log line since the last start that contains a text. */
  Optional<String> findLogLine(String text);

  /** Kills the process with SIGKILL. */
  void kill();
}
