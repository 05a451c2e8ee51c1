package org.openimr.sink.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JitteredBackOffTest {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  private static final JitteredBackOff BACK_OFF =
      new JitteredBackOff(Duration.ofSeconds(1), 4, Duration.ofHours(1));

  @Property
  void delayGrowsToItsMaximumWithJitter(
      @ForAll @IntRange(min = 1, max = 40) int failures, @ForAll long seed) {
    double whole = Math.min(1_000 * Math.pow(4, failures - 1), 3_600_000);

    assertThat(BACK_OFF.delayAfter(failures, new Random(seed)).toMillis())
        .isBetween((long) (whole / 2), (long) whole + 1);
  }

  @Test
  void simultaneousFailuresRetryAtDifferentTimes() {
    Random random = new Random(1);

    assertThat(BACK_OFF.delayAfter(3, random)).isNotEqualTo(BACK_OFF.delayAfter(3, random));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "120|120",
        " 7 |7",
        "Sun, 01 Nov 2026 10:01:00 GMT|60",
        "Sun, 01 Nov 2026 09:00:00 GMT|0",
        "99999999999999999999|86400"
      })
  void retryAfterIsSecondsOrADate(String header, long seconds) {
    assertThat(RetryAfterHeader.parse(header, NOW)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5"})
  void ignoresAnyOtherRetryAfter(String header) {
    assertThat(RetryAfterHeader.parse(header, NOW)).isEmpty();
  }
}
