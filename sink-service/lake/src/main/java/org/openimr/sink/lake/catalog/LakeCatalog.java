package org.openimr.sink.lake.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.catalog.ViewCatalog;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.openimr.schemas.settings.Settings;

/** The catalog of the lake: creates and loads its tables and views. */
public final class LakeCatalog implements AutoCloseable {
  /** Keeps metadata as small as queries and reconciliation allow. */
  private static final Map<String, String> TABLE_PROPERTIES =
      Map.of(
          "format-version", "2",
          "write.parquet.compression-codec", "zstd",
          "write.metadata.delete-after-commit.enabled", "true",
          "write.metadata.previous-versions-max", "20",
          "commit.retry.num-retries", "20",
          // only columns used to find keys; bounds of long texts would only increase the size
          "write.metadata.metrics.default", "none",
          "write.metadata.metrics.column.caseKey", "truncate(16)",
          "write.metadata.metrics.column.recordOffset", "full",
          "write.metadata.metrics.column.recordTime", "full");

  private final Catalog catalog;
  private final Namespace namespace;

  private LakeCatalog(Catalog catalog, Namespace namespace) {
    this.catalog = catalog;
    this.namespace = namespace;
  }

  /**
   * Opens the catalog that the settings name.
   *
   * @throws IllegalArgumentException if a setting is invalid; the message names it
   */
  public static LakeCatalog open(Settings settings) {
    Map<String, String> properties = IcebergCatalogProperties.of(settings, settings::text);
    if (!IcebergCatalogProperties.isS3(settings)) {
      createDirectory(Objects.requireNonNull(properties.get("warehouse")));
    }
    try {
      Catalog catalog =
          CatalogUtil.buildIcebergCatalog(IcebergCatalogProperties.CATALOG_NAME, properties, null);
      return new LakeCatalog(catalog, Namespace.of(settings.text(LakeSettings.NAMESPACE)));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "Cannot open the catalog of the lake; check %s and its related settings (%s)"
              .formatted(LakeSettings.CATALOG.key(), e.getClass().getSimpleName()),
          e);
    }
  }

  private static void createDirectory(String warehouse) {
    try {
      Files.createDirectories(LocalFileIO.file(warehouse).toPath());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          LakeSettings.WAREHOUSE.key() + " is not a writable directory: " + warehouse, e);
    }
  }

  /** Creates the namespace, tables and views that do not exist. */
  public void create() {
    if (catalog instanceof SupportsNamespaces namespaces
        && !namespaces.namespaceExists(namespace)) {
      try {
        namespaces.createNamespace(namespace);
      } catch (AlreadyExistsException e) {
        // created by another worker
      }
    }
    for (LakeTable table : LakeTable.values()) {
      create(table);
      if (catalog instanceof ViewCatalog views) {
        LatestRowView.create(views, namespace, table, table(table).schema());
      }
    }
  }

  private void create(LakeTable table) {
    if (catalog.tableExists(identifier(table))) {
      return;
    }
    Schema columns = EventColumns.of(table.event());
    PartitionSpec months =
        PartitionSpec.builderFor(columns).month(table.dateColumn(), "decisionMonth").build();
    try {
      catalog.createTable(identifier(table), columns, months, TABLE_PROPERTIES);
    } catch (AlreadyExistsException e) {
      // created by another worker
    }
  }

  /** Loads the current state of a table. */
  public Table table(LakeTable table) {
    return catalog.loadTable(identifier(table));
  }

  /** Whether all tables exist. */
  boolean hasTables() {
    for (LakeTable table : LakeTable.values()) {
      if (!catalog.tableExists(identifier(table))) {
        return false;
      }
    }
    return true;
  }

  TableIdentifier identifier(LakeTable table) {
    return TableIdentifier.of(namespace, table.tableName());
  }

  @Override
  public void close() {
    if (catalog instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
