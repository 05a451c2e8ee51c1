package org.openimr.sink.monitor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.runtime.http.access.ApiKey;
import org.openimr.runtime.http.access.AuthenticatedClient;
import org.openimr.schemas.settings.Settings;

class MonitorServiceTest {

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.7", "10.0.0.7:", "monitor:port"})
  void rejectsAnInvalidAdvertisedAddress(String address) {
    assertThatThrownBy(() -> start(Map.of("monitor.advertised", address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("monitor.advertised must be host:port")
        .hasMessageContaining(address);
  }

  @Test
  void requiresAPeerKeyIfInstancesRequireKeys(@TempDir Path directory) throws Exception {
    Path keys = directory.resolve("keys");
    ApiKey key =
        new ApiKey(new AuthenticatedClient("reader", Set.of()), ApiKey.hash(ApiKey.generate()));
    Files.writeString(keys, key.toLine());

    assertThatThrownBy(
            () ->
                start(
                    Map.of(
                        "monitor.advertised",
                        "10.0.0.7:8082",
                        "monitor.http.keys",
                        keys.toString())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("monitor.peer.key is required");
  }

  @Test
  void rejectsAnInvalidHashOfTheClinicalTextKey() {
    assertThatThrownBy(() -> start(Map.of("monitor.clinical.text.key.sha256", "abc")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("monitor.clinical.text.key.sha256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs.example", "javascript:alert(1)", "https://"})
  void rejectsAnInvalidUrlOfTheDocumentation(String url) {
    assertThatThrownBy(() -> start(Map.of("monitor.docs.url", url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("monitor.docs.url")
        .hasMessageContaining(url);
  }

  private static void start(Map<String, String> given) {
    Map<String, String> settings = new HashMap<>(given);
    settings.put("kafka.bootstrap.servers", "127.0.0.1:1");
    settings.put("schema.registry.url", "http://127.0.0.1:1");
    MonitorService.start(Settings.of(MonitorSettings.ALL, settings)).close();
  }
}
