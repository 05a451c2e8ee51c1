package org.openimr.schemas.topic;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.openimr.event.CaseHeader;
import org.openimr.event.ClinicalSummary;
import org.openimr.event.Determination;
import org.openimr.event.Guideline;
import org.openimr.event.ItemDecision;
import org.openimr.event.LetterReceived;
import org.openimr.event.OutcomeStatistics;

/** The topics of CONTRACT.md with their settings; the only place that names them. */
public enum Topic {
  LETTERS_RAW("imr.letters.raw.v1", 12, Retention.days(30), null),
  LETTERS("imr.letters.v1", 12, Retention.days(30), LetterReceived.getClassSchema()),
  CASE_HEADERS("imr.case-headers.v1", 12, Retention.COMPACTED, CaseHeader.getClassSchema()),
  CLINICAL_SUMMARIES(
      "imr.clinical-summaries.v1", 12, Retention.COMPACTED, ClinicalSummary.getClassSchema()),
  ITEM_DECISIONS("imr.item-decisions.v1", 12, Retention.COMPACTED, ItemDecision.getClassSchema()),
  DETERMINATIONS("imr.determinations.v1", 12, Retention.COMPACTED, Determination.getClassSchema()),
  GUIDELINES("imr.guidelines.v1", 1, Retention.COMPACTED, Guideline.getClassSchema()),
  OUTCOME_STATISTICS(
      "imr.outcome-statistics.v1", 12, Retention.COMPACTED, OutcomeStatistics.getClassSchema()),
  DEAD_LETTERS("imr.dead-letters.v1", 12, Retention.days(90), null),

  /**
   * The headers of each dead letter without its bytes, for monitoring without access to letters.
   */
  DEAD_LETTER_HEADS("imr.dead-letters.heads.v1", 12, Retention.days(90), null),

  /**
   * Resolutions of dead letters by operators: key {@code <partition>-<offset>} of the dead letter,
   * value JSON. Kept twice as long as the dead letters, so that none is unresolved again.
   */
  DEAD_LETTERS_SETTLED("imr.dead-letters.settled.v1", 1, Retention.compactedForDays(180), null),

  /** Dead letters of webhooks that are delivered again, as copied from the topic above. */
  WEBHOOK_REDRIVE("imr.webhooks.redrive.v1", 12, Retention.days(30), null);

  /**
   * Maximum size of a record: a raw letter with its headers. Far more than any letter has, so that
   * oversized letters still reach the dead letters.
   */
  public static final int MAX_RECORD_BYTES = 40 * 1024 * 1024;

  /** Maximum size of a dead letter: the largest record and the headers with the reason. */
  public static final int MAX_DEAD_LETTER_BYTES = MAX_RECORD_BYTES + 64 * 1024;

  /**
   * Accepts records with timestamps in the future: otherwise a broker whose clock was set back, or
   * is behind that of a sender, would reject them until its clock catches up.
   */
  public static final String UNLIMITED_TIME = Long.toString(Long.MAX_VALUE);

  private final String topicName;
  private final int partitions;

  @SuppressWarnings("ImmutableEnumChecker") // Map.of
  private final Map<String, String> retention;

  @SuppressWarnings("ImmutableEnumChecker") // the schema of a generated class, never modified
  private final @Nullable Schema schema;

  Topic(String topicName, int partitions, Map<String, String> retention, @Nullable Schema schema) {
    this.topicName = topicName;
    this.partitions = partitions;
    this.retention = retention;
    this.schema = schema;
  }

  /** The name on the broker. */
  public String topicName() {
    return topicName;
  }

  /** The number of partitions at creation. */
  public int partitions() {
    return partitions;
  }

  /** The subject in the registry (TopicNameStrategy). */
  public String subject() {
    return topicName + "-value";
  }

  /** The schema of the values; empty if they are bytes. */
  public Optional<Schema> schema() {
    return Optional.ofNullable(schema);
  }

  /** The topic with a name; empty for other topics. */
  public static Optional<Topic> byName(String topicName) {
    for (Topic topic : values()) {
      if (topic.topicName.equals(topicName)) {
        return Optional.of(topic);
      }
    }
    return Optional.empty();
  }

  /**
   * The specification to create the topic.
   *
   * @param replication replicas of each partition, from 1 to the number of brokers
   */
  public NewTopic newTopic(int replication) {
    return new NewTopic(topicName, partitions, (short) replication).configs(configuration());
  }

  /** The configuration of the topic on the broker. */
  public Map<String, String> configuration() {
    Map<String, String> settings = new TreeMap<>(retention);
    int maxBytes = this == DEAD_LETTERS ? MAX_DEAD_LETTER_BYTES : MAX_RECORD_BYTES;
    settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxBytes));
    settings.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, UNLIMITED_TIME);
    return settings;
  }

  private static final class Retention {
    static final Map<String, String> COMPACTED =
        Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);

    static Map<String, String> days(int days) {
      return forDays(TopicConfig.CLEANUP_POLICY_DELETE, days);
    }

    static Map<String, String> compactedForDays(int days) {
      return forDays(
          TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE, days);
    }

    private static Map<String, String> forDays(String policy, int days) {
      return Map.of(
          TopicConfig.CLEANUP_POLICY_CONFIG,
          policy,
          TopicConfig.RETENTION_MS_CONFIG,
          Long.toString(Duration.ofDays(days).toMillis()));
    }
  }
}
