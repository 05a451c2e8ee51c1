package org.openimr.schemas.access;

import static org.apache.kafka.common.acl.AclOperation.ALTER;
import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.openimr.schemas.access.AclResource.cluster;
import static org.openimr.schemas.access.AclResource.group;
import static org.openimr.schemas.access.AclResource.groupsOf;
import static org.openimr.schemas.access.AclResource.topic;
import static org.openimr.schemas.access.AclResource.topicsOf;
import static org.openimr.schemas.access.AclResource.transactionsOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import org.openimr.schemas.topic.Topic;

/**
 * The access rules of the pipeline on the broker; everything else is denied. The names are the
 * defaults of the services: a changed group, application id or connector name requires a change of
 * the rule that contains it.
 */
public final class AclRules {
  private static final String INGEST = AccessRole.INGEST.user();
  private static final String ENRICH = AccessRole.ENRICH.user();
  private static final String MONITOR = AccessRole.MONITOR.user();
  private static final String WORKER = AccessRole.SINKS.user();

  private static final List<Topic> EVENTS =
      List.of(
          Topic.CASE_HEADERS, Topic.CLINICAL_SUMMARIES, Topic.ITEM_DECISIONS, Topic.DETERMINATIONS);

  /** The topics that sinks read. */
  private static final List<Topic> SUNK =
      List.of(
          Topic.CASE_HEADERS, Topic.ITEM_DECISIONS, Topic.DETERMINATIONS, Topic.WEBHOOK_REDRIVE);

  private static final List<String> CONNECTORS =
      List.of("connect-lake-", "connect-database-", "connect-webhook-");

  private static final List<Grant> GRANTS = grants();

  private AclRules() {}

  /** Returns all rules, ordered by role. */
  public static List<Grant> all() {
    return GRANTS;
  }

  /** Returns the rules of a role. */
  public static List<Grant> forRole(AccessRole role) {
    return GRANTS.stream().filter(grant -> grant.role() == role).toList();
  }

  /** Returns whether a role may perform an operation on the resource with this name. */
  public static boolean allows(
      AccessRole role, AclOperation operation, ResourceType type, String name) {
    return GRANTS.stream().anyMatch(grant -> grant.allows(role, operation, type, name));
  }

  private static List<Grant> grants() {
    Rules rules = new Rules();
    sender(rules.of(AccessRole.SENDER));
    ingest(rules.of(AccessRole.INGEST));
    enrich(rules.of(AccessRole.ENRICH));
    sinks(rules.of(AccessRole.SINKS));
    monitor(rules.of(AccessRole.MONITOR));
    reconcile(rules.of(AccessRole.RECONCILE));
    feed(rules.of(AccessRole.FEED));
    operator(rules.of(AccessRole.OPERATOR));
    deployer(rules.of(AccessRole.DEPLOYER));
    return List.copyOf(rules.grants);
  }

  private static void sender(Rules may) {
    may.rule(topic(Topic.LETTERS_RAW), "sends letters", WRITE);
  }

  private static void ingest(Rules may) {
    may.rule(
        topic(Topic.LETTERS_RAW), "letters, also those from HTTP and the directory", READ, WRITE);
    may.rule(topic(Topic.LETTERS), "writes the extracted text", WRITE);
    may.deadLetters();
    may.streams(INGEST);
  }

  private static void enrich(Rules may) {
    may.rule(topic(Topic.LETTERS), "reads the extracted text", READ);
    may.rule(topic(Topic.GUIDELINES), "guideline catalogue", READ);
    EVENTS.forEach(events -> may.rule(topic(events), "publishes events", WRITE));
    may.deadLetters();
    may.streams(ENRICH);
  }

  private static void sinks(Rules may) {
    SUNK.forEach(events -> may.rule(topic(events), "events for the connectors", READ));
    may.deadLetters();
    may.rule(group(WORKER), "group of the workers", READ);
    may.rule(
        topicsOf(WORKER + "-"),
        "configuration, offsets and status of connectors",
        READ,
        WRITE,
        CREATE,
        DESCRIBE_CONFIGS);
    CONNECTORS.forEach(groups -> may.rule(groupsOf(groups), "offsets of a connector", READ));
    may.rule(topicsOf("imr-lake-"), "commits of the lake", READ, WRITE, CREATE);
    may.rule(groupsOf("cg-control-"), "commits of the lake", READ);
    may.rule(transactionsOf("imr-lake-"), "commits of the lake", WRITE);
  }

  private static void monitor(Rules may) {
    may.rule(topic(Topic.DETERMINATIONS), "determinations to count and show", READ);
    may.rule(topic(Topic.DEAD_LETTER_HEADS), "dead letters without their bytes", READ);
    may.rule(topic(Topic.DEAD_LETTERS_SETTLED), "settled dead letters", READ);
    may.rule(topic(Topic.OUTCOME_STATISTICS), "publishes counts", WRITE);
    may.rule(topic(Topic.LETTERS_RAW), "number of pending letters, not their content", DESCRIBE);
    may.rule(topic(Topic.LETTERS), "number of pending letters, not their content", DESCRIBE);
    may.rule(group(INGEST), "lag", DESCRIBE);
    may.rule(group(ENRICH), "lag", DESCRIBE);
    may.streams(MONITOR);
  }

  private static void reconcile(Rules may) {
    may.rule(topic(Topic.LETTERS_RAW), "pending records", READ);
    may.rule(topic(Topic.LETTERS), "pending records", READ);
    SUNK.forEach(events -> may.rule(topic(events), "pending records", READ));
    may.rule(topic(INGEST + "-ledger-changelog"), "counts of the ledger", READ);
    may.rule(topic(ENRICH + "-ledger-changelog"), "counts of the ledger", READ);
    may.rule(group(INGEST), "lag", DESCRIBE);
    may.rule(group(ENRICH), "lag", DESCRIBE);
    CONNECTORS.forEach(groups -> may.rule(groupsOf(groups), "lag", DESCRIBE));
  }

  private static void feed(Rules may) {
    EVENTS.forEach(events -> may.rule(topic(events), "events", READ));
    may.rule(topic(Topic.OUTCOME_STATISTICS), "counts", READ);
    may.rule(topic(Topic.GUIDELINES), "guideline catalogue", READ);
    may.rule(groupsOf(AccessRole.FEED.user() + "-"), "its consumer groups", READ);
  }

  private static void operator(Rules may) {
    may.rule(topicsOf("imr."), "letters, events and dead letters", READ, DESCRIBE_CONFIGS);
    may.rule(topic(Topic.LETTERS_RAW), "imr send, imr dlq replay", WRITE);
    may.rule(topic(Topic.LETTERS), "imr dlq replay, imr replay", WRITE);
    may.rule(topic(Topic.DEAD_LETTERS_SETTLED), "imr dlq replay and discard", WRITE);
    may.rule(topic(Topic.WEBHOOK_REDRIVE), "imr dlq replay", WRITE);
    may.deadLetters();
    may.rule(transactionsOf("imr-dlq"), "imr dlq replay and discard", WRITE);
    for (String application : List.of(INGEST, ENRICH, MONITOR)) {
      may.rule(topicsOf(application + "-"), "imr reconcile, imr doctor", READ, DESCRIBE_CONFIGS);
      may.rule(group(application), "imr reset", READ, DELETE);
    }
    may.rule(group(WORKER), "imr doctor", DESCRIBE);
    CONNECTORS.forEach(groups -> may.rule(groupsOf(groups), "lag", DESCRIBE));
    may.rule(cluster(), "imr doctor: brokers and access rules", DESCRIBE);
  }

  private static void deployer(Rules may) {
    may.rule(
        topicsOf("imr."), "imr topics", CREATE, ALTER, ALTER_CONFIGS, DESCRIBE, DESCRIBE_CONFIGS);
    may.rule(topic(Topic.GUIDELINES), "imr guidelines load", READ, WRITE);
    may.rule(transactionsOf("imr-guidelines"), "imr guidelines load", WRITE);
    may.rule(cluster(), "imr acls apply", DESCRIBE, ALTER);
  }

  /** Collects the rules role by role. */
  private static final class Rules {
    private final List<Grant> grants = new ArrayList<>();
    private @Nullable AccessRole role;

    Rules of(AccessRole next) {
      role = next;
      return this;
    }

    void rule(AclResource resource, String why, AclOperation... operations) {
      grants.add(new Grant(Objects.requireNonNull(role), resource, Set.of(operations), why));
    }

    /** Adds the rules to write dead letters, without the right to read them. */
    void deadLetters() {
      rule(topic(Topic.DEAD_LETTERS), "writes dead letters", WRITE);
      rule(topic(Topic.DEAD_LETTER_HEADS), "writes dead letters without their bytes", WRITE);
    }

    /** Adds the rules of a Streams application: its group, changelog topics and transactions. */
    void streams(String application) {
      rule(group(application), "its consumer group", READ);
      rule(topicsOf(application + "-"), "changelogs of its stores", READ, WRITE, CREATE, DELETE);
      rule(transactionsOf(application + "-"), "exactly-once processing", WRITE);
    }
  }
}
