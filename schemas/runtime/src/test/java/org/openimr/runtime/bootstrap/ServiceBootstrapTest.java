package org.openimr.runtime.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;

class ServiceBootstrapTest {
  private static final Setting PORT =
      Setting.of("test.http.port", "8080", "port").replacing("test.port");
  private static final Map<String, String> ENVIRONMENT = Map.of("IMR_TEST_HTTP_PORT", "2");

  @TempDir private Path directory;

  @Test
  void usesDefaultsWithoutArguments() {
    assertThat(read(Map.of())).isEqualTo(8080);
  }

  @Test
  void readsSettingsFile() throws IOException {
    assertThat(read(Map.of(), file("test.http.port=1"))).isEqualTo(1);
  }

  @Test
  void environmentOverridesFile() throws IOException {
    assertThat(read(ENVIRONMENT, file("test.http.port=1"))).isEqualTo(2);
  }

  @Test
  void flagsOverrideEnvironment() throws IOException {
    assertThat(read(ENVIRONMENT, file("test.http.port=1"), "--test.http.port=3")).isEqualTo(3);
    assertThat(read(ENVIRONMENT, "--test.http.port=3")).isEqualTo(3);
  }

  @Test
  void flagValueMayContainEqualsSign() {
    Settings settings = settings(Map.of(), "--kafka.sasl.jaas.config=a=b");

    assertThat(settings.kafka()).containsEntry("sasl.jaas.config", "a=b");
  }

  @Test
  void namesUnreadableFile() {
    assertThatThrownBy(() -> read(Map.of(), "/no/such.properties"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("settings file /no/such.properties can't be read");
  }

  @Test
  void namesUnknownAndRetiredKeysOfFile() throws IOException {
    String unknown = file("test.http.prot=1");
    assertThatThrownBy(() -> read(Map.of(), unknown)).hasMessageContaining("test.http.prot");

    String retired = file("test.port=1");
    assertThatThrownBy(() -> read(Map.of(), retired))
        .hasMessageContaining("test.port was replaced by test.http.port");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hush", "--hush", "-h"})
  void rejectsMalformedArgumentsWithoutPrintingThem(String argument) {
    assertThatThrownBy(() -> read(Map.of(), "--test.http.port=1", argument))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("arguments must be [FILE] [--KEY=VALUE ...]");
  }

  private String file(String content) throws IOException {
    return Files.writeString(directory.resolve("service.properties"), content).toString();
  }

  private static int read(Map<String, String> environment, String... arguments) {
    return settings(environment, arguments).intNumber(PORT);
  }

  private static Settings settings(Map<String, String> environment, String... arguments) {
    return ServiceBootstrap.settings(List.of(PORT), arguments, environment);
  }
}
