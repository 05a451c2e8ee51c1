package org.openimr.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.openimr.cli.console.CapturedConsole;

class RemainingTimeLineTest {
  @Test
  void lineSaysHowFarHowFastAndHowLongYet() {
    assertThat(RemainingTimeLine.line(400_000, 1_700_000, Duration.ofSeconds(60)))
        .isEqualTo("400,000 of 1,700,000 records read (23 %), 6,667/s, about 3 min 15 s left");
    assertThat(RemainingTimeLine.line(10, 20, Duration.ofSeconds(5)))
        .isEqualTo("10 of 20 records read (50 %), 2/s, about 5 s left");
  }

  @Test
  void whereThereIsNoTerminalItIsSaidEveryTenSeconds() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    CapturedConsole console = CapturedConsole.file();
    RemainingTimeLine remaining = new RemainingTimeLine(console.console(), now::get);

    for (int second = 0; second <= 25; second++) {
      now.set(Instant.EPOCH.plusSeconds(second));
      remaining.update(second, 100);
    }

    assertThat(console.err().lines()).hasSize(3).first().asString().startsWith("2 of 100");
  }
}
