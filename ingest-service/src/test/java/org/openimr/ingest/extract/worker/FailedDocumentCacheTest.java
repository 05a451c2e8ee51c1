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
  void aVerdictIsRememberedForTheSameBytes() {
    FailedDocumentCache costly = costly(Duration.ofMinutes(2));
    costly.add(new byte[] {1, 2, 3}, SLOW);

    assertThat(costly.find(new byte[] {1, 2, 3})).contains(SLOW);
    assertThat(costly.find(new byte[] {1, 2})).isEmpty();
  }

  @Test
  void aVerdictIsForgotten() {
    FailedDocumentCache costly = costly(Duration.ZERO);
    costly.add(new byte[] {1, 2, 3}, SLOW);

    assertThat(costly.find(new byte[] {1, 2, 3})).isEmpty();
  }

  @Test
  void onlySoManyAreRemembered() {
    FailedDocumentCache costly = costly(Duration.ofMinutes(2));
    for (int i = 0; i <= 1_000; i++) {
      costly.add(new byte[] {(byte) i, (byte) (i >> 8)}, SLOW);
    }

    assertThat(costly.find(new byte[] {0, 0})).isEmpty();
    assertThat(costly.find(new byte[] {1, 0})).contains(SLOW);
  }

  private static FailedDocumentCache costly(Duration remembered) {
    return new FailedDocumentCache(remembered, Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
