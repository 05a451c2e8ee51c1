package org.openimr.tools.contracts;

import org.openimr.schemas.topic.Topic;

/**
 * What is to be known of a topic beside its settings and schema.
 *
 * @param title a few words
 * @param summary what a record is, and when it is written
 * @param key what the keys are
 * @param headers which headers a record has
 * @param role what the pipeline does with it
 */
record TopicContract(
    String title, String summary, String key, HeaderSet headers, Direction direction) {

  /** Which headers records have. */
  enum HeaderSet {
    /** Those that a sender may set. */
    LETTER,
    /** CloudEvents 1.0 in the Kafka binding's binary mode. */
    CLOUD_EVENT,
    /** Why and where a letter failed. */
    DEAD_LETTER,
    /** None that anyone should rely on. */
    NONE
  }

  /** What the pipeline does with a topic. */
  enum Direction {
    /** It takes what others write. */
    INBOUND,
    /** It writes what others read. */
    OUTBOUND,
    /** Both ends are its own; others may read. */
    INTERNAL
  }

  /** Of each topic. */
  static TopicContract of(Topic topic) {
    return switch (topic) {
      case LETTERS_RAW ->
          new TopicContract(
              "Letters as they came",
              "A letter as it came: PDF or text, the bytes unchanged. Any producer may write here.",
              "Any or none.",
              HeaderSet.LETTER,
              Direction.INBOUND);
      case LETTERS ->
          new TopicContract(
              "Texts of letters",
              "The text of a letter with its case key; written once for each raw letter that has a"
                  + " text.",
              "Case key: the case number, else sha256: and 32 hex digits of the folded text.",
              HeaderSet.CLOUD_EVENT,
              Direction.INTERNAL);
      case CASE_HEADERS ->
          new TopicContract(
              "Cases",
              "Who, when and how it ended, a case.",
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
              "Decisions, an item each",
              "What was decided on one disputed item, and on what that rests. An item that a later"
                  + " revision of its letter no longer has gets a tombstone.",
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
              "The catalogue of guidelines",
              "An edition of a guideline, which citations are resolved against. Written by imr"
                  + " guidelines load; running services take it up.",
              "Guideline id.",
              HeaderSet.NONE,
              Direction.INBOUND);
      case OUTCOME_STATISTICS ->
          new TopicContract(
              "Statistics of outcomes",
              "Counts of outcomes in a category and a month.",
              "Category and month.",
              HeaderSet.NONE,
              Direction.OUTBOUND);
      case DEAD_LETTERS ->
          new TopicContract(
              "Dead letters",
              "A record that could not become an event, as it came, byte for byte: health data. Its"
                  + " headers say what failed and where.",
              "As it came.",
              HeaderSet.DEAD_LETTER,
              Direction.OUTBOUND);
      case DEAD_LETTER_HEADS ->
          new TopicContract(
              "Heads of dead letters",
              "What the headers say of each dead letter, without its bytes: for those who count and"
                  + " watch, and may not read letters.",
              "None.",
              HeaderSet.DEAD_LETTER,
              Direction.OUTBOUND);
      case DEAD_LETTERS_SETTLED ->
          new TopicContract(
              "What was done about dead letters",
              "A note of imr dlq for each dead letter that was replayed or discarded.",
              "<partition>-<offset> of the dead letter.",
              HeaderSet.NONE,
              Direction.INTERNAL);
      case WEBHOOK_REDRIVE ->
          new TopicContract(
              "Webhooks to be tried again",
              "Dead letters of webhooks on their way to the same endpoint once more.",
              "Case key.",
              HeaderSet.DEAD_LETTER,
              Direction.INTERNAL);
    };
  }
}
