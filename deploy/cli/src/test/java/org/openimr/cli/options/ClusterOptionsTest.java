package org.openimr.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ClusterOptionsTest {
  private static final Setting LIMIT = Setting.of("example.limit", "10", "A limit.");

  @Command(name = "example")
  private static final class Example {
    @Mixin private ClusterOptions cluster;
  }

  @ParameterizedTest
  @ValueSource(strings = {"--bootstrap-server", "--bootstrap"})
  void acceptsBootstrapServer(String option) {
    assertThat(parse(option, "kafka-1:9092").settings().text(Settings.BOOTSTRAP))
        .isEqualTo("kafka-1:9092");
  }

  @Test
  void helpOmitsOldSpelling() {
    assertThat(new CommandLine(new Example()).getUsageMessage())
        .contains("--bootstrap-server=HOST:PORT")
        .doesNotContain("--bootstrap=");
  }

  @Test
  void optionsOverrideEnvironmentWhichOverridesFile() {
    Map<String, String> file =
        Map.of(
            "kafka.bootstrap.servers", "file:1", "kafka.client.id", "file", "example.limit", "1");
    Map<String, String> environment =
        Map.of(
            "IMR_KAFKA_BOOTSTRAP_SERVERS", "environment:1", "IMR_KAFKA_CLIENT_ID", "environment");

    Settings settings =
        parse("--bootstrap-server", "option:1").settings(List.of(LIMIT), file, environment);

    assertThat(settings.text(Settings.BOOTSTRAP)).isEqualTo("option:1");
    assertThat(settings.kafka()).containsEntry("client.id", "environment");
    assertThat(settings.text(LIMIT)).isEqualTo("1");
  }

  @Test
  void ignoresSettingsOfOtherServices() {
    Settings settings =
        parse()
            .settings(
                List.of(LIMIT),
                Map.of("ingest.http.port", "8080"),
                Map.of("IMR_MONITOR_HTTP_PORT", "9095"));

    assertThat(settings.text(LIMIT)).isEqualTo("10");
  }

  private static ClusterOptions parse(String... arguments) {
    Example example = new Example();
    new CommandLine(example).parseArgs(arguments);
    return example.cluster;
  }
}
