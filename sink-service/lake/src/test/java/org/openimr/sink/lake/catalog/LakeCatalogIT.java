package org.openimr.sink.lake.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.lake.LakeSink;
import org.openimr.sink.reconcile.spi.SinkInventory;
import org.openimr.standalone.database.EmbeddedDatabase;

/** The lake with a REST catalog and with a JDBC catalog. */
final class LakeCatalogIT {
  @TempDir Path directory;

  @Test
  void readsAndWritesWithRestCatalog() throws Exception {
    try (RestCatalogServer rest = RestCatalogServer.start(directory)) {
      assertReadsWrittenRow(settings(Map.of("sinks.lake.catalog", rest.address())));
    }
  }

  @Test
  void readsAndWritesWithJdbcCatalog() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory.resolve("database"), 0)) {
      assertReadsWrittenRow(
          settings(
              Map.of(
                  "sinks.lake.catalog", database.url(),
                  "sinks.lake.catalog.user", database.user())));
    }
  }

  private Settings settings(Map<String, String> catalog) {
    Map<String, String> given = new HashMap<>(catalog);
    given.put("kafka.bootstrap.servers", "none:1");
    given.put("schema.registry.url", "http://none");
    given.put("sinks.lake.warehouse", directory.resolve("warehouse").toString());
    return Settings.of(LakeSettings.ALL, given);
  }

  private static void assertReadsWrittenRow(Settings settings) throws Exception {
    try (LakeCatalog catalog = LakeCatalog.open(settings)) {
      catalog.create();
      catalog.create();
      append(catalog.table(LakeTable.DECISIONS));
    }
    try (SinkInventory inventory = new LakeSink().inventory(settings).orElseThrow()) {
      assertThat(inventory.items()).isEqualTo(1);
      assertThat(inventory.cases()).isZero();
    }
  }

  /** Appends a row without a decision month, like a removal row, but not removed. */
  private static void append(Table table) throws Exception {
    GenericRecord row = GenericRecord.create(table.schema());
    row.setField("caseKey", "CM16-0000001");
    row.setField("itemNumber", 1);
    row.setField("removed", false);
    row.setField("recordPartition", 0);
    row.setField("recordOffset", 0L);
    DataWriter<GenericRecord> writer =
        Parquet.writeData(table.io().newOutputFile(table.location() + "/data/one.parquet"))
            .forTable(table)
            .withPartition(GenericRecord.create(table.spec().partitionType()))
            .createWriterFunc(type -> GenericParquetWriter.create(table.schema(), type))
            .build();
    try (writer) {
      writer.write(row);
    }
    DataFile file = writer.toDataFile();
    AppendFiles append = table.newAppend();
    append.appendFile(file).commit();
  }
}
