package org.openimr.local.sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.local.up.DataFolder;

final class SinkChoiceTest {
  @TempDir Path folder;

  private DataFolder data;

  @BeforeEach
  void open() throws Exception {
    data = DataFolder.open(Optional.of(folder.resolve("data")), true);
  }

  @Test
  void theLakeIsInTheDataFolderUnlessItIsNamed() {
    assertThat(SinkChoice.of("lake", data).settings())
        .containsEntry("sinks.lake.warehouse", data.of("lake").toString());
    assertThat(SinkChoice.of("lake=/elsewhere", data).settings())
        .containsEntry("sinks.lake.warehouse", "/elsewhere");
  }

  @Test
  void aDatabaseWithoutAnAddressIsBroughtAlong() {
    assertThat(SinkChoice.of("lake,database", data).embeddedDatabase()).isTrue();
    assertThat(SinkChoice.of("database=jdbc:postgresql://db/imr", data).embeddedDatabase())
        .isFalse();
  }

  @Test
  void aWebhookOfThisMachineMayBePrivateAndIsSigned() {
    assertThat(SinkChoice.of("webhook=http://127.0.0.1:9000/imr", data).settings())
        .containsEntry("sinks.webhook.up.url", "http://127.0.0.1:9000/imr")
        .containsEntry("sinks.webhook.up.allow.private", "true")
        .containsKey("sinks.webhook.up.secret.file");
    assertThat(SinkChoice.of("webhook=https://feeds.example/imr", data).settings())
        .doesNotContainKey("sinks.webhook.up.allow.private");
  }

  @Test
  void noneIsNoSinkAtAll() {
    assertThat(SinkChoice.of("none", data).isNone()).isTrue();
  }

  @Test
  void anotherNameIsRefusedWithThoseThatAreKnown() {
    assertThatThrownBy(() -> SinkChoice.of("lake,files", data))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not files");
  }
}
