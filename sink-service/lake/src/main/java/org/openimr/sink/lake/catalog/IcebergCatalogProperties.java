package org.openimr.sink.lake.catalog;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;

/** Iceberg's own properties of the catalog and its storage, from our settings. */
public final class IcebergCatalogProperties {
  /** Name that the catalog has in its own tables; the same for all who open it. */
  public static final String CATALOG_NAME = "imr";

  private static final String JDBC = "org.apache.iceberg.jdbc.JdbcCatalog";
  private static final String REST = "org.apache.iceberg.rest.RESTCatalog";
  private static final String S3_FILES = "org.apache.iceberg.aws.s3.S3FileIO";

  private IcebergCatalogProperties() {}

  /**
   * @param secret gives a secret setting's value, or what stands for it
   * @throws IllegalArgumentException naming the setting that is not what it should be
   */
  public static Map<String, String> of(Settings settings, Function<Setting, String> secret) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("warehouse", warehouse(settings));
    catalog(settings, secret, properties);
    storage(settings, secret, properties);
    return properties;
  }

  static boolean isS3(Settings settings) {
    return settings.text(LakeSettings.WAREHOUSE).startsWith("s3://");
  }

  static String warehouse(Settings settings) {
    String warehouse = settings.text(LakeSettings.WAREHOUSE).trim();
    if (isS3(settings)) {
      return warehouse.replaceAll("/+$", "");
    }
    if (warehouse.contains("://")) {
      throw new IllegalArgumentException(
          "%s is %s, neither a folder nor s3://: %s"
              .formatted(
                  LakeSettings.WAREHOUSE.key(), warehouse, LakeSettings.WAREHOUSE.description()));
    }
    return LocalFileIO.SCHEME + folder(warehouse);
  }

  private static Path folder(String warehouse) {
    String path =
        warehouse.startsWith(LocalFileIO.SCHEME)
            ? warehouse.substring(LocalFileIO.SCHEME.length())
            : warehouse;
    return Path.of(path).toAbsolutePath().normalize();
  }

  private static void catalog(
      Settings settings, Function<Setting, String> secret, Map<String, String> properties) {
    String catalog = settings.text(LakeSettings.CATALOG).trim();
    if (catalog.startsWith("http://") || catalog.startsWith("https://")) {
      properties.put("catalog-impl", REST);
      properties.put("uri", catalog);
      put(properties, "token", settings, LakeSettings.CATALOG_TOKEN, secret);
      return;
    }
    properties.put("catalog-impl", JDBC);
    // with views
    properties.put("jdbc.schema-version", "V1");
    if (catalog.startsWith("jdbc:")) {
      properties.put("uri", catalog);
      put(properties, "jdbc.user", settings, LakeSettings.CATALOG_USER, settings::text);
      put(properties, "jdbc.password", settings, LakeSettings.CATALOG_PASSWORD, secret);
    } else if (catalog.isEmpty() && !isS3(settings)) {
      properties.put("uri", sqlite(folder(settings.text(LakeSettings.WAREHOUSE).trim())));
    } else {
      throw new IllegalArgumentException(
          "%s is to be given%s: %s"
              .formatted(
                  LakeSettings.CATALOG.key(),
                  isS3(settings) ? " where the warehouse is no folder" : "",
                  LakeSettings.CATALOG.description()));
    }
  }

  /** Readers and the sink's commits wait for each other instead of failing. */
  private static String sqlite(Path folder) {
    return "jdbc:sqlite:"
        + folder.resolve("catalog.db")
        + "?busy_timeout=30000&journal_mode=WAL&synchronous=NORMAL";
  }

  private static void storage(
      Settings settings, Function<Setting, String> secret, Map<String, String> properties) {
    if (!isS3(settings)) {
      properties.put("io-impl", LocalFileIO.class.getName());
      return;
    }
    properties.put("io-impl", S3_FILES);
    properties.put("client.region", settings.text(LakeSettings.S3_REGION));
    properties.put("http-client.type", "urlconnection");
    if (!settings.text(LakeSettings.S3_ENDPOINT).isBlank()) {
      properties.put("s3.endpoint", settings.text(LakeSettings.S3_ENDPOINT));
      properties.put("s3.path-style-access", "true");
    }
    put(properties, "s3.access-key-id", settings, LakeSettings.S3_KEY, settings::text);
    put(properties, "s3.secret-access-key", settings, LakeSettings.S3_SECRET, secret);
  }

  private static void put(
      Map<String, String> properties,
      String name,
      Settings settings,
      Setting setting,
      Function<Setting, String> value) {
    if (!settings.text(setting).isBlank()) {
      properties.put(name, value.apply(setting));
    }
  }
}
