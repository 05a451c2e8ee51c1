package org.openimr.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on standard error, once something has taken longer than one likes to wait unknowing. */
final class Progress implements IntConsumer, AutoCloseable {
  /** Characters; given, so that the library does not ask the terminal through native code. */
  private static final int WIDTH = 78;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Instant start = Instant.now();
  private final int size;
  private ProgressBar bar;

  Progress(int size) {
    this.size = size;
  }

  @Override
  public void accept(int done) {
    if (bar == null && Instant.now().isAfter(start.plus(PATIENCE))) {
      bar =
          ProgressBar.builder()
              .setTaskName("letters")
              .setInitialMax(size)
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
              .build();
    }
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
