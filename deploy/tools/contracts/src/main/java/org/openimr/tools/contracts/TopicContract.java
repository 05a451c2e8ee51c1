package org.openimr.tools.contracts;

import org.openimr.schemas.topic.Topic;

/**
 * Documentation of a topic that its configuration and schema do not contain.
 *
 * @param title a short title
 * @param summary content of a record, and when it is written
 * @param key content of the record keys
 * @param headers headers of a record
 * @param direction how the pipeline uses the topic
 */
record TopicContract(
    String title, String summary, String key, HeaderSet headers, Direction direction) {

  /** Headers of records. */
  enum HeaderSet {
    /** Headers that a sender may set. */
    LETTER,
    /** CloudEvents 1.0 in the Kafka binding's binary mode. */
    CLOUD_EVENT,
    /** Reason and position of a failed record. */
    DEAD_LETTER,
    /** No documented headers. */
    NONE
  }

  /** How the pipeline uses a topic. */
  enum Direction {
    /** Other systems write, the pipeline reads. */
    INBOUND,
    /** The pipeline writes, other systems read. */
    OUTBOUND,
    /** The pipeline writes and reads; other systems may read. */
    INTERNAL
  }

  /** Returns the documentation of a topic. */
  static TopicContract of(Topic topic) {
    return switch (topic) {
      case LETTERS_RAW ->
          new TopicContract(
              "Raw letters",
              "A document in its original form: PDF or text, the bytes unchanged. It contains one"
                  + " letter or several. Any producer may write here.",
              "Any or none.",
              HeaderSet.LETTER,
              Direction.INBOUND);
      case LETTERS ->
          new TopicContract(
              "Texts of letters",
              "The text of a letter with its case key; written once for each letter of a raw record"
                  + " whose text can be extracted. Most raw records contain one letter.",
              "Case key: the case number, else sha256: and 32 hex digits of the folded text.",
              HeaderSet.CLOUD_EVENT,
              Direction.INTERNAL);
      case CASE_HEADERS ->
          new TopicContract(
              "Cases",
              "Parties, dates and outcome, one record per case.",
              "Case key.",
              HeaderSet.CLOUD_EVENT,
              Direction.OUTBOUND);
      case CLINICAL_SUMMARIES ->
          new TopicContract(
              "Clinical summaries",
              "The clinical case summary of a case: health data.",
              "Case key.",
              HeaderSet.CLOUD_EVENT,
              Direction.OUTBOUND);
      case ITEM_DECISIONS ->
          new TopicContract(
              "Item decisions",
              "The decision on one disputed item and its basis. An item that a later revision of"
                  + " its letter does not contain gets a tombstone.",
              "<case key>#<item number>, on the partition of its case key.",
              HeaderSet.CLOUD_EVENT,
              Direction.OUTBOUND);
      case DETERMINATIONS ->
          new TopicContract(
              "Determinations",
              "The whole letter in one event: header, summary and all decisions.",
              "Case key.",
              HeaderSet.CLOUD_EVENT,
              Direction.OUTBOUND);
      case GUIDELINES ->
          new TopicContract(
              "Guideline catalogue",
              "An edition of a guideline, which citations are resolved against. Written by imr"
                  + " guidelines load; running services apply it.",
              "Guideline id.",
              HeaderSet.NONE,
              Direction.INBOUND);
      case OUTCOME_STATISTICS ->
          new TopicContract(
              "Outcome statistics",
              "Counts of outcomes per category and month.",
              "Category and month.",
              HeaderSet.NONE,
              Direction.OUTBOUND);
      case DEAD_LETTERS ->
          new TopicContract(
              "Dead letters",
              "A record that could not become an event, byte for byte: health data. Its headers"
                  + " describe the failure and the position of the record.",
              "Unchanged.",
              HeaderSet.DEAD_LETTER,
              Direction.OUTBOUND);
      case DEAD_LETTER_HEADS ->
          new TopicContract(
              "Dead letter headers",
              "The headers of each dead letter without its bytes, for monitoring without access to"
                  + " letters.",
              "None.",
              HeaderSet.DEAD_LETTER,
              Direction.OUTBOUND);
      case DEAD_LETTERS_SETTLED ->
          new TopicContract(
              "Resolved dead letters",
              "A record of imr dlq for each dead letter that was replayed or discarded.",
              "<partition>-<offset> of the dead letter.",
              HeaderSet.NONE,
              Direction.INTERNAL);
      case WEBHOOK_REDRIVE ->
          new TopicContract(
              "Webhook redrive",
              "Dead letters of webhooks that are delivered to the same endpoint again.",
              "Case key.",
              HeaderSet.DEAD_LETTER,
              Direction.INTERNAL);
    };
  }
}
