package org.openimr.sink.lake.catalog;

import java.util.List;
import org.apache.avro.Schema;
import org.openimr.schemas.topic.Topic;

/** The tables of the lake, each with the topic that fills it. */
public enum LakeTable {
  /** A row an item and revision. */
  DECISIONS(Topic.ITEM_DECISIONS, "decisionDate", List.of("caseKey", "itemNumber")),
  /** A row a case and revision. */
  DETERMINATIONS(Topic.DETERMINATIONS, "header.decisionDate", List.of("caseKey"));

  private final Topic topic;
  private final String dateColumn;
  private final List<String> key;

  LakeTable(Topic topic, String dateColumn, List<String> key) {
    this.topic = topic;
    this.dateColumn = dateColumn;
    this.key = key;
  }

  /** Its name in the catalog's namespace. */
  public String tableName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Name of the view of the newest row of each key. */
  public String latestView() {
    return tableName() + "_newest";
  }

  public Topic topic() {
    return topic;
  }

  Schema event() {
    return topic.schema().orElseThrow();
  }

  /** Column whose month partitions the table. */
  String dateColumn() {
    return dateColumn;
  }

  /** Columns that say what a row is about; rows with the same are revisions of it. */
  List<String> key() {
    return key;
  }

  public String connector() {
    return LakeSettings.SINK_NAME + "-" + tableName();
  }

  public String controlTopic() {
    return "imr-" + connector() + "-control";
  }
}
