package org.openimr.sink.lake.catalog;

import java.util.List;
import org.apache.avro.Schema;
import org.openimr.schemas.topic.Topic;

/** The tables of the lake, each with the topic that fills it. */
public enum LakeTable {
  /** One row per item and revision. */
  DECISIONS(Topic.ITEM_DECISIONS, "decisionDate", List.of("caseKey", "itemNumber")),
  /** One row per case and revision. */
  DETERMINATIONS(Topic.DETERMINATIONS, "header.decisionDate", List.of("caseKey"));

  private final Topic topic;
  private final String dateColumn;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> keyColumns;

  LakeTable(Topic topic, String dateColumn, List<String> keyColumns) {
    this.topic = topic;
    this.dateColumn = dateColumn;
    this.keyColumns = keyColumns;
  }

  /** Name in the namespace of the catalog. */
  public String tableName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Name of the view with the newest row of each key. */
  public String latestView() {
    return tableName() + "_newest";
  }

  /** The topic with the events of this table. */
  public Topic topic() {
    return topic;
  }

  Schema event() {
    return topic.schema().orElseThrow();
  }

  /** Date column; the table is partitioned by its month. */
  String dateColumn() {
    return dateColumn;
  }

  /** Key columns; rows with the same key are revisions. */
  List<String> keyColumns() {
    return keyColumns;
  }

  /** Name of the connector that writes this table. */
  public String connector() {
    return LakeSettings.SINK_NAME + "-" + tableName();
  }

  /** Topic with which the tasks of the connector coordinate commits. */
  public String controlTopic() {
    return "imr-" + connector() + "-control";
  }
}
