package org.openimr.sink.monitor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openimr.event.WarningCode;
import org.openimr.sink.monitor.statistics.WarningCounter;

class WarningsJsonTest {
  @Test
  void isEmptyWithoutWarnings() {
    WarningsJson json = WarningsJson.of(Map.of(), 7, "", false);

    assertThat(json.cases()).isEqualTo(7);
    assertThat(json.warned()).isZero();
    assertThat(json.codes()).isEmpty();
  }

  @Test
  void mostFrequentCodeIsFirst() {
    WarningsJson json =
        WarningsJson.of(
            Map.of("ANNOTATION", 2L, "TEXT_EXCLUDED", 5L, "DATE_ORDER", 2L, WarningCounter.ANY, 6L),
            9,
            "https://docs.example/trust.html",
            true);

    assertThat(json.codes())
        .extracting(WarningsJson.Row::code)
        .containsExactly("TEXT_EXCLUDED", "ANNOTATION", "DATE_ORDER");
    assertThat(json.warned()).isEqualTo(6);
    assertThat(json.documentation()).isEqualTo("https://docs.example/trust.html");
    assertThat(json.fromStandby()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeHasAMeaning(WarningCode code) {
    WarningsJson json = WarningsJson.of(Map.of(code.name(), 1L), 1, "", false);

    assertThat(json.codes().getFirst().meaning()).matches("\\p{Lower}.{15,}\\.");
  }

  @Test
  void codeOfANewerVersionHasNoMeaning() {
    assertThat(WarningsJson.of(Map.of("NEW_DOUBT", 1L), 1, "", false).codes())
        .containsExactly(new WarningsJson.Row("NEW_DOUBT", 1, ""));
  }
}
