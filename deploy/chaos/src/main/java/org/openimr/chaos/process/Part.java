package org.openimr.chaos.process;

/** One of the pipeline's processes, started anew after each kill. */
interface Part {

  /** Starts the process; it may take a while until it is ready. */
  void start();

  /** Whether it does its work, as far as can be told from outside. */
  boolean isReady();

  /** Process id of the last start. */
  long pid();

  /** Whether the process is there. */
  boolean isAlive();

  /** Ends it as {@code kill -9} does. */
  void kill();
}
