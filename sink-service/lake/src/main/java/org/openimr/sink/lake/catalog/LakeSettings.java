package org.openimr.sink.lake.catalog;

import java.util.List;
import org.openimr.schemas.settings.Setting;

/** Settings of the lake. */
public final class LakeSettings {
  /** The name of the sink, as in {@code --sinks lake}. */
  public static final String SINK_NAME = "lake";

  /** Where the tables are; without it there is no lake. */
  public static final Setting WAREHOUSE =
      Setting.of(
          "sinks.lake.warehouse",
          "",
          "folder, or s3://bucket/path, that holds the tables; empty for no lake");

  /** Where it is written which tables there are. */
  public static final Setting CATALOG =
      Setting.of(
          "sinks.lake.catalog",
          "",
          "catalog of the tables: jdbc:postgresql://... or the http(s) address of a REST catalog;"
              + " empty for a SQLite file in the folder of the warehouse");

  /** User of the catalog. */
  public static final Setting CATALOG_USER =
      Setting.of("sinks.lake.catalog.user", "", "user of a JDBC catalog");

  /** Password of the catalog. */
  public static final Setting CATALOG_PASSWORD =
      new Setting("sinks.lake.catalog.password", "", "password of a JDBC catalog", true);

  /** Token of the catalog. */
  public static final Setting CATALOG_TOKEN =
      new Setting("sinks.lake.catalog.token", "", "bearer token of a REST catalog", true);

  /** Where the tables are in the catalog. */
  public static final Setting NAMESPACE =
      Setting.of("sinks.lake.namespace", "imr", "namespace of the tables in the catalog");

  /** How fresh the tables are. */
  public static final Setting COMMIT_INTERVAL =
      Setting.of(
          "sinks.lake.commit.every.ms",
          "60000",
          "milliseconds from 500 between two commits; each makes a file a month of decision");

  /** How many tasks. */
  public static final Setting TASKS =
      Setting.of("sinks.lake.tasks", "1", "tasks a table, from 1; more for more than one machine");

  /** Address of S3-compatible storage. */
  public static final Setting S3_ENDPOINT =
      Setting.of(
          "sinks.lake.s3.endpoint", "", "address of S3-compatible storage; empty for Amazon's own");

  /** Region of the storage. */
  public static final Setting S3_REGION =
      Setting.of("sinks.lake.s3.region", "us-east-1", "region of the storage");

  /** Key id of the storage. */
  public static final Setting S3_KEY =
      Setting.of(
          "sinks.lake.s3.key",
          "",
          "access key id of the storage; empty for what AWS's chain finds");

  /** Secret key of the storage. */
  public static final Setting S3_SECRET =
      new Setting("sinks.lake.s3.secret", "", "secret access key of the storage", true);

  /** All of them. */
  public static final List<Setting> ALL =
      List.of(
          WAREHOUSE,
          CATALOG,
          CATALOG_USER,
          CATALOG_PASSWORD,
          CATALOG_TOKEN,
          NAMESPACE,
          COMMIT_INTERVAL,
          TASKS,
          S3_ENDPOINT,
          S3_REGION,
          S3_KEY,
          S3_SECRET);

  private LakeSettings() {}
}
