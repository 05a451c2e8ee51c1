package org.openimr.sink.lake.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
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

/** The catalog of the lake, with its tables. */
public final class LakeCatalog implements AutoCloseable {
  /** Small files, and no more metadata than who reads and reconciles needs. */
  private static final Map<String, String> TABLE_PROPERTIES =
      Map.of(
          "format-version", "2",
          "write.parquet.compression-codec", "zstd",
          "write.metadata.delete-after-commit.enabled", "true",
          "write.metadata.previous-versions-max", "20",
          "commit.retry.num-retries", "20",
          // keys are looked up by these; bounds of long texts would only weigh
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
   * @throws IllegalArgumentException naming the setting that is not what it should be
   */
  public static LakeCatalog open(Settings settings) {
    Map<String, String> properties = IcebergCatalogProperties.of(settings, settings::text);
    if (!IcebergCatalogProperties.isS3(settings)) {
      makeFolder(properties.get("warehouse"));
    }
    try {
      Catalog catalog =
          CatalogUtil.buildIcebergCatalog(IcebergCatalogProperties.CATALOG_NAME, properties, null);
      return new LakeCatalog(catalog, Namespace.of(settings.text(LakeSettings.NAMESPACE)));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "The catalog of the lake can't be opened; look at %s and what belongs to it (%s)"
              .formatted(LakeSettings.CATALOG.key(), e.getClass().getSimpleName()),
          e);
    }
  }

  private static void makeFolder(String warehouse) {
    try {
      Files.createDirectories(LocalFileIO.file(warehouse).toPath());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          LakeSettings.WAREHOUSE.key() + " is no folder that can be written: " + warehouse, e);
    }
  }

  /** Makes namespace, tables and views that are not there. */
  public void create() {
    if (catalog instanceof SupportsNamespaces namespaces
        && !namespaces.namespaceExists(namespace)) {
      try {
        namespaces.createNamespace(namespace);
      } catch (AlreadyExistsException e) {
        // another worker was faster
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
      // another worker was faster
    }
  }

  /** A table as it is now. */
  public Table table(LakeTable table) {
    return catalog.loadTable(identifier(table));
  }

  /** Whether the tables were ever made. */
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
