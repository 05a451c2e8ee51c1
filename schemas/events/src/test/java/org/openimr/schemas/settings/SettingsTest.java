package org.openimr.schemas.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final Setting PORT = Setting.of("ingest.http.port", "8080", "0 to 65535");
  private static final Setting KEY = new Setting("ingest.key", "", "API key", true);

  @Test
  void laterLayersWin() {
    Map<String, String> file = Map.of("ingest.http.port", "1");
    Map<String, String> environment = Settings.readEnvironment(Map.of("IMR_INGEST_HTTP_PORT", "2"));

    Settings settings = Settings.of(List.of(PORT), file, environment);

    assertThat(settings.number(PORT)).isEqualTo(2);
    assertThat(PORT.variable()).isEqualTo("IMR_INGEST_HTTP_PORT");
  }

  @Test
  void rejectsUnknownKeys() {
    assertThatThrownBy(() -> Settings.of(List.of(PORT), Map.of("ingest.http.prot", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ingest.http.prot")
        .hasMessageContaining("ingest.http.port");
  }

  @Test
  void passesKafkaAndRegistrySettingsOn() {
    Settings settings =
        Settings.of(
            List.of(),
            Map.of("kafka.linger.ms", "5", "schema.registry.basic.auth.user.info", "a:b"));

    assertThat(settings.kafka()).containsEntry("linger.ms", "5");
    assertThat(settings.registry()).containsEntry("schema.registry.basic.auth.user.info", "a:b");
  }

  @Test
  void masksSecrets() {
    Settings settings =
        Settings.of(
            List.of(KEY),
            Map.of(
                "ingest.key", "hush1",
                "kafka.ssl.keystore.password", "hush2",
                "kafka.sasl.jaas.config", "hush3",
                "schema.registry.basic.auth.user.info", "a:hush4"));

    assertThat(settings.toString()).doesNotContain("hush").contains("***");
    assertThat(settings.secrets().values())
        .containsExactlyInAnyOrder("hush1", "hush2", "hush3", "a:hush4");
  }

  @Test
  void namesSettingOfInvalidNumber() {
    Settings settings = Settings.of(List.of(PORT), Map.of("ingest.http.port", "many"));

    assertThatThrownBy(() -> settings.number(PORT)).hasMessageContaining("ingest.http.port");
  }

  @Test
  void patternIsOneSettingPerChosenName() {
    Setting url = Setting.of("hooks.*.url", "none", "address");
    Setting key = new Setting("hooks.*.key", "", "key", true);

    Settings settings =
        Settings.of(
            List.of(url, key),
            Map.of("hooks.claims.url", "a", "hooks.audit.url", "b"),
            Map.of("hooks.claims.key", "hush"));

    assertThat(settings.names(url)).containsExactly("audit", "claims");
    assertThat(settings.text(url.named("claims"))).isEqualTo("a");
    assertThat(settings.text(url.named("other"))).isEqualTo("none");
    assertThat(settings.members(key)).containsExactly(key.named("claims"));
    assertThat(settings.toString()).contains("hooks.audit.url=b").doesNotContain("hush");
  }

  @Test
  void patternMatchesNamesWithoutDots() {
    Setting url = Setting.of("hooks.*.url", "", "address");

    assertThatThrownBy(() -> Settings.of(List.of(url), Map.of("hooks.a.b.url", "1")))
        .hasMessageContaining("hooks.a.b.url")
        .hasMessageContaining("hooks.*.url");
    assertThatThrownBy(() -> Settings.of(List.of(url), Map.of("hooks..url", "1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsSecretsFromFilesWithoutPrintingThem(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("password"), "hush\n");

    Settings settings =
        Settings.of(
            List.of(PORT),
            Map.of(
                "kafka.sasl.jaas.config", "module password=\"${file:" + file + "}\";",
                "kafka.client.id", "${file:" + file + "}"));

    assertThat(settings.kafka())
        .containsEntry("sasl.jaas.config", "module password=\"hush\";")
        .containsEntry("client.id", "hush");
    assertThat(settings.toString()).doesNotContain("hush");
    assertThat(settings.secrets()).containsOnlyKeys("kafka.client.id", "kafka.sasl.jaas.config");
  }

  @Test
  void namesMissingSecretFileAndItsSetting() {
    assertThatThrownBy(
            () -> Settings.of(List.of(), Map.of("kafka.ssl.key.password", "${file:/no/such}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kafka.ssl.key.password")
        .hasMessageContaining("/no/such");
  }

  @Test
  void scopesKafkaSettingsToPartOfService() {
    Setting part = Setting.kafkaPattern("monitor");

    Settings settings =
        Settings.of(
            List.of(part),
            Map.of(
                "kafka.client.id", "sinks",
                "kafka.linger.ms", "5",
                "monitor.kafka.client.id", "monitor",
                "monitor.kafka.ssl.key.password", "hush"));

    assertThat(settings.kafka()).containsEntry("client.id", "sinks");
    assertThat(settings.scopedTo(part).kafka())
        .containsEntry("client.id", "monitor")
        .containsEntry("linger.ms", "5")
        .containsEntry("ssl.key.password", "hush");
    assertThat(settings.toString()).doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "-2147483649", "9223372036854775807"})
  void rejectsNumbersThatDoNotFitIntoAnInt(String value) {
    Settings settings = Settings.of(List.of(PORT), Map.of("ingest.http.port", value));

    assertThatThrownBy(() -> settings.intNumber(PORT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ingest.http.port")
        .hasMessageContaining("0 to 65535");
  }

  @Test
  void readsNumbersAsInt() {
    Settings settings = Settings.of(List.of(PORT), Map.of("ingest.http.port", "2147483647"));

    assertThat(settings.intNumber(PORT)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void rejectsRetiredKeysOfEveryLayer() {
    Setting directory =
        Setting.of("ingest.state.dir", "", "directory").replacing("ingest.state.dir");

    Stream.of(
            Map.of("ingest.state.dir", "/x"),
            Settings.readEnvironment(Map.of("IMR_INGEST_STATE_DIR", "/x")))
        .forEach(
            layer ->
                assertThatThrownBy(() -> Settings.of(List.of(directory), Map.of(), layer))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                        "setting ingest.state.dir was replaced by ingest.state.dir"
                            + " (IMR_INGEST_STATE_DIR)"));
  }

  @Test
  void rejectsRetiredKeysOfPatterns() {
    Setting pending = Setting.of("hooks.*.max.pending", "1", "from 1").replacing("hooks.*.waiting");

    assertThatThrownBy(() -> Settings.of(List.of(pending), Map.of("hooks.claims.waiting", "2")))
        .hasMessageContaining("hooks.claims.waiting was replaced by hooks.claims.max.pending");
    assertThat(Settings.of(List.of(pending), Map.of("hooks.a.max.pending", "2")).names(pending))
        .containsExactly("a");
  }

  @Test
  void namesEveryRetiredKeyAtOnce() {
    Setting first = Setting.of("a.interval.ms", "1", "").replacing("a.every.ms", "a.every");
    Setting second = Setting.of("b.max.pending", "1", "").replacing("b.waiting");

    assertThatThrownBy(
            () -> Settings.of(List.of(first, second), Map.of("a.every", "1", "b.waiting", "1")))
        .hasMessageContaining("a.every was replaced by a.interval.ms")
        .hasMessageContaining("b.waiting was replaced by b.max.pending");
  }
}
