package org.openimr.tools.evaluation;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * Progress of an evaluation on standard error: a status line on a terminal, otherwise one line
 * every ten seconds. A short evaluation prints nothing.
 */
final class EvaluationProgress implements IntConsumer, AutoCloseable {
  /** Set by the {@code imr} script if standard error is a terminal. */
  private static final String TERMINAL = "imr.terminal.err";

  private static final String CLEAR_LINE = "\r\u001b[2K";
  private static final Duration INITIAL_DELAY = Duration.ofSeconds(2);
  private static final Duration REDRAW_INTERVAL = Duration.ofMillis(200);
  private static final Duration LINE_INTERVAL = Duration.ofSeconds(10);

  private final int size;
  private final PrintStream err;
  private final boolean terminal;
  private final InstantSource clock;
  private Instant next;
  private boolean drawn;

  EvaluationProgress(int size) {
    this(size, System.err, Boolean.getBoolean(TERMINAL), InstantSource.system());
  }

  EvaluationProgress(int size, PrintStream err, boolean terminal, InstantSource clock) {
    this.size = size;
    this.err = err;
    this.terminal = terminal;
    this.clock = clock;
    this.next = clock.instant().plus(terminal ? INITIAL_DELAY : LINE_INTERVAL);
  }

  @Override
  public void accept(int done) {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(terminal ? REDRAW_INTERVAL : LINE_INTERVAL);
    String line = String.format(Locale.ROOT, "%,d of %,d letters", done, size);
    if (terminal) {
      err.print(CLEAR_LINE + line);
      err.flush();
      drawn = true;
    } else {
      err.println(line);
    }
  }

  @Override
  public void close() {
    if (drawn) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
