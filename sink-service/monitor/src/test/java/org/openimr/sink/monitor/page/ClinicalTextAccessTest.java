package org.openimr.sink.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.schemas.Settings;
import org.openimr.service.door.ApiKey;
import org.openimr.service.door.Caller;
import org.openimr.service.door.Door;
import org.openimr.sink.monitor.MonitorSettings;

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

  @Test
  void whereTheDoorAsksForKeysTheirRightsDecide(@TempDir Path folder) throws IOException {
    String reader = ApiKey.random();
    String auditor = ApiKey.random();
    String single = ApiKey.random();
    Path keys = folder.resolve("keys");
    Files.write(
        keys,
        List.of(
            new ApiKey(new Caller("reader", Set.of()), ApiKey.hash(reader)).line(),
            new ApiKey(new Caller("auditor", Set.of(Caller.CLINICAL_TEXT)), ApiKey.hash(auditor))
                .line()));
    ClinicalTextAccess one = ClinicalTextAccess.of(ApiKey.hash(single));
    Door door =
        MonitorSettings.DOOR.door(
            Settings.of(
                MonitorSettings.ALL, Map.of(MonitorSettings.DOOR.keys().key(), keys.toString())),
            List.of(one::holderOf));
    ClinicalTextAccess access = one.behind(door);

    assertThat(right(access, door, reader)).isEqualTo(ClinicalTextAccess.Right.FIGURES);
    assertThat(right(access, door, auditor)).isEqualTo(ClinicalTextAccess.Right.CLINICAL_TEXT);
    assertThat(right(access, door, single)).isEqualTo(ClinicalTextAccess.Right.CLINICAL_TEXT);
    assertThat(door.callers().of(Optional.of("Bearer " + ApiKey.random()))).isEmpty();
  }

  private static ClinicalTextAccess.Right right(ClinicalTextAccess access, Door door, String key) {
    Optional<String> shown = Optional.of("Bearer " + key);
    return access.of(door.callers().of(shown).orElseThrow(), shown);
  }
}
