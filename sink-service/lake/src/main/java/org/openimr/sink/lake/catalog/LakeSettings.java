package org.openimr.sink.lake.catalog;

import java.util.List;
import org.openimr.schemas.settings.Setting;

/** Settings of the lake, {@code sinks.lake.*}. */
public final class LakeSettings {
  /** The name of the sink, as in {@code --sinks lake}. */
  public static final String SINK_NAME = "lake";

  /** Location of the tables; the sink is off if it is empty. */
  public static final Setting WAREHOUSE =
      Setting.of(
          "sinks.lake.warehouse",
          "",
          "directory, or s3://bucket/path, of the tables; empty turns the lake off");

  /** Catalog of the tables. */
  public static final Setting CATALOG =
      Setting.of(
          "sinks.lake.catalog",
          "",
          "catalog of the tables: jdbc:postgresql://... or the http(s) URL of a REST catalog;"
              + " empty for a SQLite file in the warehouse directory");

  /** User of a JDBC catalog. */
  public static final Setting CATALOG_USER =
      Setting.of("sinks.lake.catalog.user", "", "user of a JDBC catalog");

  /** Password of a JDBC catalog. */
  public static final Setting CATALOG_PASSWORD =
      new Setting("sinks.lake.catalog.password", "", "password of a JDBC catalog", true);

  /** Bearer token of a REST catalog. */
  public static final Setting CATALOG_TOKEN =
      new Setting("sinks.lake.catalog.token", "", "bearer token of a REST catalog", true);

  /** Namespace of the tables. */
  public static final Setting NAMESPACE =
      Setting.of("sinks.lake.namespace", "imr", "namespace of the tables in the catalog");

  /** Interval between commits, in milliseconds. */
  public static final Setting COMMIT_INTERVAL =
      Setting.of(
              "sinks.lake.commit.interval.ms",
              "60000",
              "interval between commits in milliseconds, at least 500; each commit writes one file"
                  + " per month of decision")
          .replacing("sinks.lake.commit.every.ms");

  /** Number of tasks per table. */
  public static final Setting TASKS =
      Setting.of(
          "sinks.lake.tasks", "1", "tasks per table, at least 1; more to use several machines");

  /** Endpoint of S3-compatible storage. */
  public static final Setting S3_ENDPOINT =
      Setting.of(
          "sinks.lake.s3.endpoint",
          "",
          "endpoint URL of S3-compatible storage; empty for Amazon S3");

  /** Region of the storage. */
  public static final Setting S3_REGION =
      Setting.of("sinks.lake.s3.region", "us-east-1", "region of the storage");

  /** Access key ID of the storage. */
  public static final Setting S3_KEY =
      Setting.of(
          "sinks.lake.s3.key",
          "",
          "access key ID of the storage; empty for the AWS default credentials chain");

  /** Secret access key of the storage. */
  public static final Setting S3_SECRET =
      new Setting("sinks.lake.s3.secret", "", "secret access key of the storage", true);

  /** All settings of the lake. */
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
