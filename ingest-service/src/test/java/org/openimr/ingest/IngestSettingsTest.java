package org.openimr.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.source.directory.DirectorySettings;
import org.openimr.ingest.source.http.HttpLimits;
import org.openimr.ingest.topology.LetterLimits;
import org.openimr.schemas.settings.Settings;

class IngestSettingsTest {

  @Test
  void hasDefaultLimits() {
    Settings settings = settings(Map.of());

    assertThat(IngestSettings.extractionLimits(settings)).isEqualTo(ExtractionLimits.DEFAULT);
    assertThat(IngestSettings.letterLimits(settings)).isEqualTo(LetterLimits.DEFAULT);
    assertThat(IngestSettings.httpLimits(settings)).isEqualTo(HttpLimits.DEFAULT);
    assertThat(IngestSettings.deliveryTimeout(settings)).isEqualTo(Duration.ofSeconds(10));
    assertThat(IngestSettings.directory(settings)).isEmpty();
  }

  @Test
  void readsExtractionLimits() {
    Settings settings =
        settings(
            Map.of(
                "ingest.limit.bytes", "1",
                "ingest.limit.pages", "2",
                "ingest.limit.characters", "3",
                "ingest.limit.inflated.bytes", "4",
                "ingest.limit.memory.mb", "64",
                "ingest.limit.time.ms", "6"));

    assertThat(IngestSettings.extractionLimits(settings))
        .isEqualTo(new ExtractionLimits(1, 2, 3, 4, 64, Duration.ofMillis(6)));
  }

  @Test
  void readsLetterLimit() {
    Settings settings = settings(Map.of("ingest.limit.letters", "7"));

    assertThat(IngestSettings.letterLimits(settings).maxLetters()).isEqualTo(7);
  }

  @Test
  void raisesRequestLimitsToLetterLimit() {
    int letter = HttpLimits.DEFAULT.maxRequestBytes() + 1;
    Settings settings =
        settings(
            Map.of(
                "ingest.limit.bytes",
                Integer.toString(letter),
                "ingest.http.max.in.flight.bytes",
                "1"));

    HttpLimits limits = IngestSettings.httpLimits(settings);

    assertThat(limits.maxLetterBytes()).isEqualTo(letter);
    assertThat(limits.maxRequestBytes()).isEqualTo(letter);
    assertThat(limits.maxBytesInFlight()).isEqualTo(letter);
  }

  @Test
  void readsDirectoryAndStateDirectory() {
    Settings settings = settings(Map.of("ingest.directory", "in", "ingest.state.dir", "state"));

    assertThat(IngestSettings.directory(settings))
        .contains(DirectorySettings.of(Path.of("in"), Path.of("state")));
  }

  @ParameterizedTest
  @CsvSource({
    "ingest.http.requests, ingest.http.max.requests",
    "ingest.http.bytes, ingest.http.max.in.flight.bytes",
    "ingest.http.body.ms, ingest.http.body.timeout.ms",
    "ingest.delivery.ms, ingest.delivery.timeout.ms",
    "ingest.state, ingest.state.dir",
    "ingest.limit.inflated, ingest.limit.inflated.bytes",
    "ingest.limit.memory, ingest.limit.memory.mb",
    "ingest.limit.time, ingest.limit.time.ms",
  })
  void namesReplacementOfRetiredKey(String retired, String replacement) {
    assertThatThrownBy(() -> settings(Map.of(retired, "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(retired)
        .hasMessageContaining(replacement);
  }

  private static Settings settings(Map<String, String> values) {
    return Settings.of(IngestSettings.ALL, values);
  }
}
