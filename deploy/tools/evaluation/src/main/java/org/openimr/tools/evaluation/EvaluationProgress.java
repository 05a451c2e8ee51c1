package org.openimr.tools.evaluation;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * How many letters were read, on standard error: a line that is drawn anew where that is a
 * terminal, else a line every ten seconds; none while nobody waits for it yet.
 */
final class EvaluationProgress implements IntConsumer, AutoCloseable {
  /** System property of the {@code imr} script. */
  private static final String TERMINAL = "imr.terminal.err";

  private static final String CLEAR_LINE = "\r\u001b[2K";
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration REDRAW = Duration.ofMillis(200);
  private static final Duration NOTE = Duration.ofSeconds(10);

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
    this.next = clock.instant().plus(terminal ? PATIENCE : NOTE);
  }

  @Override
  public void accept(int done) {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(terminal ? REDRAW : NOTE);
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
