package org.openimr.sink.lake.catalog;

import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.catalog.ViewCatalog;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.types.Types.NestedField;

/** The view with the newest row of each key, for engines that support Iceberg views. */
public final class LatestRowView {
  private static final List<String> DIALECTS = List.of("spark", "trino");

  private LatestRowView() {}

  static void create(ViewCatalog catalog, Namespace namespace, LakeTable table, Schema columns) {
    TableIdentifier view = TableIdentifier.of(namespace, table.latestView());
    if (catalog.viewExists(view)) {
      return;
    }
    String query = query(namespace + "." + table.tableName(), table, columns);
    var builder = catalog.buildView(view).withSchema(columns).withDefaultNamespace(namespace);
    DIALECTS.forEach(dialect -> builder.withQuery(dialect, query));
    try {
      builder.create();
    } catch (AlreadyExistsException e) {
      // created by another worker
    }
  }

  /** Returns the query of the view, in SQL that DuckDB, Spark and Trino support. */
  public static String query(String table, LakeTable kind, Schema columns) {
    String names = String.join(", ", columns.columns().stream().map(NestedField::name).toList());
    return ("SELECT %s FROM (SELECT *, row_number() OVER (PARTITION BY %s ORDER BY %s DESC)"
            + " AS place FROM %s) AS numbered WHERE place = 1 AND NOT %s")
        .formatted(
            names,
            String.join(", ", kind.keyColumns()),
            EventColumns.OFFSET,
            table,
            EventColumns.REMOVED);
  }
}
