package org.openimr.sink.connect.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RestartBackOffTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final String TASK = "lake-decisions/0";

  private final RestartBackOff backOff = new RestartBackOff();

  @Test
  void delayDoublesUpToFiveMinutes() {
    List<Long> restarts = restartsOfATaskThatFailsAlways(Duration.ofMinutes(20));

    assertThat(waits(restarts).subList(0, 5)).containsExactly(5L, 10L, 20L, 40L, 80L);
    assertThat(waits(restarts).getLast()).isEqualTo(300L);
  }

  @Test
  void runningTaskResetsTheDelay() {
    restartsOfATaskThatFailsAlways(Duration.ofMinutes(2));
    Instant later = BEGIN.plus(Duration.ofHours(1));

    backOff.reset(TASK, later);

    assertThat(backOff.isDue(TASK, later)).isFalse();
    assertThat(backOff.isDue(TASK, later.plusSeconds(5))).isTrue();
  }

  private List<Long> restartsOfATaskThatFailsAlways(Duration time) {
    List<Long> restarts = new ArrayList<>();
    for (long second = 0; second < time.toSeconds(); second++) {
      if (backOff.isDue(TASK, BEGIN.plusSeconds(second))) {
        restarts.add(second);
      }
    }
    return restarts;
  }

  private static List<Long> waits(List<Long> restarts) {
    List<Long> waits = new ArrayList<>();
    long before = 0;
    for (long restart : restarts) {
      waits.add(waits.isEmpty() ? restart : restart - before - 1);
      before = restart;
    }
    return waits;
  }
}
