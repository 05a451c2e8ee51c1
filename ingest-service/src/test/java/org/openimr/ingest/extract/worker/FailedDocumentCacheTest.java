package org.openimr.ingest.extract.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.openimr.ingest.extract.model.ExtractionFailure;

class FailedDocumentCacheTest {
  private static final ExtractionFailure SLOW =
      new ExtractionFailure(ExtractionFailure.Code.TOO_SLOW, "time", "slow");
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void findsFailureOfSameDocument() {
    FailedDocumentCache cache = cache(Duration.ofMinutes(2));
    cache.add("a1", SLOW);

    assertThat(cache.find("a1")).contains(SLOW);
    assertThat(cache.find("b2")).isEmpty();
  }

  @Test
  void forgetsExpiredFailure() {
    FailedDocumentCache cache = cache(Duration.ZERO);
    cache.add("a1", SLOW);

    assertThat(cache.find("a1")).isEmpty();
  }

  @Test
  void dropsOldestFailureWhenFull() {
    FailedDocumentCache cache = cache(Duration.ofMinutes(2));
    for (int i = 0; i <= 1_000; i++) {
      cache.add(Integer.toString(i), SLOW);
    }

    assertThat(cache.find("0")).isEmpty();
    assertThat(cache.find("1")).contains(SLOW);
  }

  private static FailedDocumentCache cache(Duration timeToLive) {
    return new FailedDocumentCache(timeToLive, Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
