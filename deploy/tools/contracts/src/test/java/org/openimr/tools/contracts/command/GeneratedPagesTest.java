package org.openimr.tools.contracts.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openimr.ingest.IngestSettings;
import org.openimr.sink.worker.SinkServiceSettings;

/** The committed pages match the code that generates them. */
class GeneratedPagesTest {
  private static final Path DOCS = Path.of("../../docs");

  @Test
  void generatedPagesMatchCode() {
    ContractsCommand.generatedPages()
        .forEach(
            (name, page) ->
                assertThat(DOCS.resolve(name))
                    .as(
                        "%s is stale; regenerate with: deploy/imr contracts"
                            + " deploy/tools/contracts/published --pages deploy/docs",
                        name)
                    .exists()
                    .hasContent(page));
  }

  @Test
  void settingsPageContainsEachSettingOnce() {
    String page = SettingsPage.page();

    assertThat(SinkServiceSettings.all())
        .allSatisfy(setting -> assertThat(page).containsOnlyOnce("| `" + setting.key() + "` "));
    assertThat(page)
        .contains(
            "| `%s` `IMR_INGEST_HTTP_PORT` | `8080` |".formatted(IngestSettings.HTTP_PORT.key()));
  }
}
