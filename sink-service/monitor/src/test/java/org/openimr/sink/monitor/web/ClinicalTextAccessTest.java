package org.openimr.sink.monitor.web;

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
import org.openimr.runtime.http.HttpListener;
import org.openimr.runtime.http.access.ApiKey;
import org.openimr.runtime.http.access.AuthenticatedClient;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.monitor.MonitorSettings;

class ClinicalTextAccessTest {

  @ParameterizedTest
  @ValueSource(strings = {"a-synthetic-key-in-clear", "abcd"})
  void rejectsInvalidHashWithoutPrintingIt(String setting) {
    assertThatThrownBy(() -> ClinicalTextAccess.of(setting))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("monitor.clinical.text.key.sha256")
        .hasMessageNotContaining(setting)
        .hasNoCause();
  }

  @Test
  void scopesDecideIfListenerRequiresKeys(@TempDir Path directory) throws IOException {
    String reader = ApiKey.generate();
    String auditor = ApiKey.generate();
    String single = ApiKey.generate();
    Path keys = directory.resolve("keys");
    Files.write(
        keys,
        List.of(
            new ApiKey(new AuthenticatedClient("reader", Set.of()), ApiKey.hash(reader)).toLine(),
            new ApiKey(
                    new AuthenticatedClient("auditor", Set.of(AuthenticatedClient.CLINICAL_TEXT)),
                    ApiKey.hash(auditor))
                .toLine()));
    ClinicalTextAccess singleKey = ClinicalTextAccess.of(ApiKey.hash(single));
    HttpListener listener =
        MonitorSettings.HTTP_LISTENER.listener(
            Settings.of(
                MonitorSettings.ALL,
                Map.of(MonitorSettings.HTTP_LISTENER.keys().key(), keys.toString())),
            List.of(singleKey::authenticate));
    ClinicalTextAccess access = singleKey.securedBy(listener);

    assertThat(right(access, listener, reader))
        .isEqualTo(ClinicalTextAccess.Right.NO_CLINICAL_TEXT);
    assertThat(right(access, listener, auditor)).isEqualTo(ClinicalTextAccess.Right.CLINICAL_TEXT);
    assertThat(right(access, listener, single)).isEqualTo(ClinicalTextAccess.Right.CLINICAL_TEXT);
    assertThat(listener.authenticator().authenticate(Optional.of("Bearer " + ApiKey.generate())))
        .isEmpty();
  }

  private static ClinicalTextAccess.Right right(
      ClinicalTextAccess access, HttpListener listener, String key) {
    Optional<String> shown = Optional.of("Bearer " + key);
    return access.of(listener.authenticator().authenticate(shown).orElseThrow(), shown);
  }
}
