package org.openimr.cli.console;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * How far letters have come: a bar at the bottom of the terminal; where there is none, a line now
 * and then.
 */
public final class LetterProgressBar implements AutoCloseable {
  private static final int WIDTH = 79;
  private static final int REDRAW_MILLIS = 200;

  private final Console console;
  private final ProgressBar bar;

  /** Begins, on standard error. */
  public LetterProgressBar(Console console) {
    this.console = console;
    this.bar = console.showsStatus() ? bar(console) : null;
  }

  /** So many letters are through of all that went in. */
  public void update(long done, long letters) {
    if (bar == null) {
      console.progress(String.format(Locale.ROOT, "%,d of %,d letters", done, letters));
    } else {
      bar.maxHint(letters);
      bar.stepTo(done);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
    console.status("");
  }

  private static ProgressBar bar(Console console) {
    return new ProgressBarBuilder()
        .setTaskName("letters")
        .setInitialMax(0)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(REDRAW_MILLIS)
        .hideEta()
        .setConsumer(new BottomLine(console))
        .build();
  }

  private record BottomLine(Console console) implements ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
      return WIDTH;
    }

    @Override
    public void accept(String rendered) {
      console.status(rendered);
    }

    @Override
    public void close() {
      console.status("");
    }
  }
}
