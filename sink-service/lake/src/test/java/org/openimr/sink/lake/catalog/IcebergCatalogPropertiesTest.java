package org.openimr.sink.lake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.spi.SecretConfigProvider;

final class IcebergCatalogPropertiesTest {
  @Test
  void storesCatalogInWarehouseDirectory() {
    assertThat(of(Map.of("sinks.lake.warehouse", "/data/lake")))
        .containsEntry("warehouse", "file:/data/lake")
        .containsEntry("io-impl", LocalFileIO.class.getName())
        .hasEntrySatisfying(
            "uri", uri -> assertThat(uri).startsWith("jdbc:sqlite:/data/lake/catalog.db"));
  }

  @Test
  void restCatalogContainsOnlyReferencesToSecrets() {
    Map<String, String> properties =
        of(
            Map.of(
                "sinks.lake.warehouse", "s3://bucket/lake/",
                "sinks.lake.catalog", "https://catalog.example/api",
                "sinks.lake.catalog.token", "secret-token",
                "sinks.lake.s3.endpoint", "https://s3.example",
                "sinks.lake.s3.key", "id",
                "sinks.lake.s3.secret", "secret-key"));

    assertThat(properties)
        .containsEntry("catalog-impl", "org.apache.iceberg.rest.RESTCatalog")
        .containsEntry("warehouse", "s3://bucket/lake")
        .containsEntry("token", "${imr:sinks.lake.catalog.token}")
        .containsEntry("s3.secret-access-key", "${imr:sinks.lake.s3.secret}")
        .containsEntry("s3.path-style-access", "true");
    assertThat(properties.values()).noneMatch(value -> value.contains("secret-"));
  }

  @Test
  void requiresCatalogForRemoteWarehouse() {
    assertThatThrownBy(() -> of(Map.of("sinks.lake.warehouse", "s3://bucket/lake")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sinks.lake.catalog is required");
  }

  @Test
  void rejectsUnknownWarehouseScheme() {
    assertThatThrownBy(() -> of(Map.of("sinks.lake.warehouse", "hdfs://cluster/lake")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sinks.lake.warehouse is hdfs://cluster/lake");
  }

  private static Map<String, String> of(Map<String, String> settings) {
    return IcebergCatalogProperties.of(
        Settings.of(LakeSettings.ALL, settings), SecretConfigProvider::reference);
  }
}
