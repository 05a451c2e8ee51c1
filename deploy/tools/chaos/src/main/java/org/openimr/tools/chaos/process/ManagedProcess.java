package org.openimr.tools.chaos.process;

import java.util.Optional;

/** One of the pipeline's processes, started anew after each kill. */
interface ManagedProcess {

  /** Starts the process; it may take a while until it is ready. */
  void start();

  /** Whether it does its work, as far as can be told from outside. */
  boolean isReady();

  /** Process id of the last start. */
  long pid();

  /** Whether the process is there. */
  boolean isAlive();

  /** The newest line of its log since its last start that holds some words. */
  Optional<String> findLogLine(String words);

  /** Ends it as {@code kill -9} does. */
  void kill();
}
