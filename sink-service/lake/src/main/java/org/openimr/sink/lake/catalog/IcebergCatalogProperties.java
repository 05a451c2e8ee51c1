package org.openimr.sink.lake.catalog;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;

/** Builds the properties of an Iceberg catalog and its storage from the settings. */
public final class IcebergCatalogProperties {
  /** Name of the catalog in a JDBC catalog's tables; must be the same for all clients. */
  public static final String CATALOG_NAME = "imr";

  private static final String JDBC = "org.apache.iceberg.jdbc.JdbcCatalog";
  private static final String REST = "org.apache.iceberg.rest.RESTCatalog";
  private static final String S3_FILES = "org.apache.iceberg.aws.s3.S3FileIO";

  private IcebergCatalogProperties() {}

  /**
   * Builds the properties.
   *
   * @param secret returns the value of a secret setting, or a reference to it
   * @throws IllegalArgumentException if a setting is invalid; the message names it
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
          "%s is %s, neither a directory nor s3://: %s"
              .formatted(
                  LakeSettings.WAREHOUSE.key(), warehouse, LakeSettings.WAREHOUSE.description()));
    }
    return LocalFileIO.SCHEME + directory(warehouse);
  }

  private static Path directory(String warehouse) {
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
    // the schema version with views
    properties.put("jdbc.schema-version", "V1");
    if (catalog.startsWith("jdbc:")) {
      properties.put("uri", catalog);
      put(properties, "jdbc.user", settings, LakeSettings.CATALOG_USER, settings::text);
      put(properties, "jdbc.password", settings, LakeSettings.CATALOG_PASSWORD, secret);
    } else if (catalog.isEmpty() && !isS3(settings)) {
      properties.put("uri", sqlite(directory(settings.text(LakeSettings.WAREHOUSE).trim())));
    } else {
      throw new IllegalArgumentException(
          "%s is required%s: %s"
              .formatted(
                  LakeSettings.CATALOG.key(),
                  isS3(settings) ? " if the warehouse is not a directory" : "",
                  LakeSettings.CATALOG.description()));
    }
  }

  /** Readers and commits wait for locks instead of failing. */
  private static String sqlite(Path directory) {
    return "jdbc:sqlite:"
        + directory.resolve("catalog.db")
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
      Function<Setting, String> valueOf) {
    if (!settings.text(setting).isBlank()) {
      properties.put(name, valueOf.apply(setting));
    }
  }
}
