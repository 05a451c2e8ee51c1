package org.openimr.sink.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openimr.schemas.settings.Settings;

class DatabaseSettingsTest {
  private static final String URL = "jdbc:postgresql://db.example:5432/imr";

  private final DatabaseSink sink = new DatabaseSink();

  @Test
  void isOffWithoutAUrl() {
    assertThat(sink.isConfigured(settings(Map.of()))).isFalse();
    assertThat(sink.isConfigured(settings(Map.of("sinks.database.url", URL)))).isTrue();
  }

  @Test
  void rejectsUrlOfAnotherDatabase() {
    assertRejected(Map.of("sinks.database.url", "jdbc:mysql://db/imr"), "sinks.database.url");
  }

  @Test
  void rejectsPasswordInUrlWithoutPrintingIt() {
    for (String url :
        new String[] {URL + "?user=a&password=synthetic", "jdbc:postgresql://a:synthetic@db/imr"}) {
      assertThatThrownBy(() -> sink.connectors(settings(Map.of("sinks.database.url", url))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("IMR_SINKS_DATABASE_PASSWORD")
          .hasMessageNotContaining("synthetic");
    }
  }

  @Test
  void rejectsNumbersOutOfRange() {
    for (String setting : new String[] {"sinks.database.tasks", "sinks.database.batch.rows"}) {
      for (String value : new String[] {"0", "-1", "100000", "many"}) {
        assertRejected(Map.of("sinks.database.url", URL, setting, value), setting);
      }
    }
  }

  @Test
  void connectorsContainOnlyAReferenceToThePassword() {
    Settings settings =
        settings(Map.of("sinks.database.url", URL, "sinks.database.password", "synthetic"));

    Map<String, Map<String, String>> connectors = sink.connectors(settings);

    assertThat(connectors).containsOnlyKeys("database-cases", "database-decisions");
    assertThat(connectors.get("database-cases"))
        .containsEntry("topics", "imr.case-headers.v1")
        .containsEntry("collection.name.format", "imr.cases")
        .containsEntry("connection.password", "${imr:sinks.database.password}");
    assertThat(connectors.toString()).doesNotContain("synthetic");
    assertThat(settings.toString()).doesNotContain("synthetic");
  }

  private void assertRejected(Map<String, String> given, String setting) {
    assertThatThrownBy(() -> sink.connectors(settings(given)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(setting);
  }

  private static Settings settings(Map<String, String> given) {
    return Settings.of(DatabaseSettings.ALL, new HashMap<>(given));
  }
}
