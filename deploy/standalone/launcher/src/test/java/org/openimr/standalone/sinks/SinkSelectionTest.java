package org.openimr.standalone.sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.standalone.pipeline.DataDirectory;

final class SinkSelectionTest {
  @TempDir Path directory;

  private DataDirectory data;

  @BeforeEach
  void open() throws Exception {
    data = DataDirectory.open(Optional.of(directory.resolve("data")), true);
  }

  @Test
  void placesLakeInDataDirectoryByDefault() {
    assertThat(SinkSelection.parse("lake", data).settings())
        .containsEntry("sinks.lake.warehouse", data.subdirectory("lake").toString());
    assertThat(SinkSelection.parse("lake=/elsewhere", data).settings())
        .containsEntry("sinks.lake.warehouse", "/elsewhere");
  }

  @Test
  void embedsDatabaseWithoutUrl() {
    assertThat(SinkSelection.parse("lake,database", data).embeddedDatabase()).isTrue();
    assertThat(SinkSelection.parse("database=jdbc:postgresql://db/imr", data).embeddedDatabase())
        .isFalse();
  }

  @Test
  void allowsPrivateAddressForLoopbackWebhook() {
    assertThat(SinkSelection.parse("webhook=http://127.0.0.1:9000/imr", data).settings())
        .containsEntry("sinks.webhook.up.url", "http://127.0.0.1:9000/imr")
        .containsEntry("sinks.webhook.up.allow.private", "true")
        .containsKey("sinks.webhook.up.secret.file");
    assertThat(SinkSelection.parse("webhook=https://feeds.example/imr", data).settings())
        .doesNotContainKey("sinks.webhook.up.allow.private");
  }

  @Test
  void noneSelectsNoSink() {
    assertThat(SinkSelection.parse("none", data).isNone()).isTrue();
  }

  @Test
  void rejectsUnknownSink() {
    assertThatThrownBy(() -> SinkSelection.parse("lake,files", data))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not files");
  }
}
