package org.openimr.sink.monitor.page;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicalTextAccessTest {

  @ParameterizedTest
  @ValueSource(strings = {"a-made-up-key-in-clear", "abcd"})
  void aSettingThatIsNoHashStopsTheStartWithoutBeingQuoted(String setting) {
    assertThatThrownBy(() -> ClinicalTextAccess.of(setting))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("monitor.clinical.text.key.sha256")
        .hasMessageNotContaining(setting)
        .hasNoCause();
  }
}
