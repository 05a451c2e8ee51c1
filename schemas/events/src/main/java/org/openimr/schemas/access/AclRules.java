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
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.openimr.schemas.topic.Topic;

/**
 * All that anyone may do on the broker; what is not here is refused. The names are those that the
 * services have by default: who changes a group, an application id or a connector's name, or adds a
 * webhook under another name, changes the rule that names it.
 */
public final class AclRules {
  private static final String INGEST = AccessRole.INGEST.user();
  private static final String ENRICH = AccessRole.ENRICH.user();
  private static final String MONITOR = AccessRole.MONITOR.user();
  private static final String WORKER = AccessRole.SINKS.user();

  private static final List<Topic> EVENTS =
      List.of(
          Topic.CASE_HEADERS, Topic.CLINICAL_SUMMARIES, Topic.ITEM_DECISIONS, Topic.DETERMINATIONS);

  /** Those that sinks take. */
  private static final List<Topic> SUNK =
      List.of(
          Topic.CASE_HEADERS, Topic.ITEM_DECISIONS, Topic.DETERMINATIONS, Topic.WEBHOOK_REDRIVE);

  private static final List<String> CONNECTORS =
      List.of("connect-lake-", "connect-database-", "connect-webhook-");

  private static final List<Grant> GRANTS = grants();

  private AclRules() {}

  /** Each rule, by role. */
  public static List<Grant> all() {
    return GRANTS;
  }

  /** The rules of one role. */
  public static List<Grant> forRole(AccessRole role) {
    return GRANTS.stream().filter(grant -> grant.role() == role).toList();
  }

  /** Whether a role may do this to a thing of that name. */
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
    may.rule(topic(Topic.LETTERS_RAW), "letters in", WRITE);
  }

  private static void ingest(Rules may) {
    may.rule(topic(Topic.LETTERS_RAW), "letters in, by HTTP and folder too", READ, WRITE);
    may.rule(topic(Topic.LETTERS), "their text out", WRITE);
    may.deadLetters();
    may.streams(INGEST);
  }

  private static void enrich(Rules may) {
    may.rule(topic(Topic.LETTERS), "texts in", READ);
    may.rule(topic(Topic.GUIDELINES), "the catalogue", READ);
    EVENTS.forEach(events -> may.rule(topic(events), "events out", WRITE));
    may.deadLetters();
    may.streams(ENRICH);
  }

  private static void sinks(Rules may) {
    SUNK.forEach(events -> may.rule(topic(events), "what connectors take", READ));
    may.deadLetters();
    may.rule(group(WORKER), "the workers among themselves", READ);
    may.rule(
        topicsOf(WORKER + "-"),
        "connectors and how far they are",
        READ,
        WRITE,
        CREATE,
        DESCRIBE_CONFIGS);
    CONNECTORS.forEach(groups -> may.rule(groupsOf(groups), "how far a connector is", READ));
    may.rule(topicsOf("imr-lake-"), "commits of the lake", READ, WRITE, CREATE);
    may.rule(groupsOf("cg-control-"), "commits of the lake", READ);
    may.rule(transactionsOf("imr-lake-"), "commits of the lake", WRITE);
  }

  private static void monitor(Rules may) {
    may.rule(topic(Topic.DETERMINATIONS), "what is counted and shown", READ);
    may.rule(topic(Topic.DEAD_LETTER_HEADS), "dead letters without their bytes", READ);
    may.rule(topic(Topic.DEAD_LETTERS_SETTLED), "which of them are settled", READ);
    may.rule(topic(Topic.OUTCOME_STATISTICS), "counts out", WRITE);
    may.rule(topic(Topic.LETTERS_RAW), "how many wait, not what they say", DESCRIBE);
    may.rule(topic(Topic.LETTERS), "how many wait, not what they say", DESCRIBE);
    may.rule(group(INGEST), "how far it is", DESCRIBE);
    may.rule(group(ENRICH), "how far it is", DESCRIBE);
    may.streams(MONITOR);
  }

  private static void reconcile(Rules may) {
    may.rule(topic(Topic.LETTERS_RAW), "whether any waits", READ);
    may.rule(topic(Topic.LETTERS), "whether any waits", READ);
    SUNK.forEach(events -> may.rule(topic(events), "whether any waits", READ));
    may.rule(topic(INGEST + "-ledger-changelog"), "what became of letters", READ);
    may.rule(topic(ENRICH + "-ledger-changelog"), "what became of letters", READ);
    may.rule(group(INGEST), "how far it is", DESCRIBE);
    may.rule(group(ENRICH), "how far it is", DESCRIBE);
    CONNECTORS.forEach(groups -> may.rule(groupsOf(groups), "how far it is", DESCRIBE));
  }

  private static void feed(Rules may) {
    EVENTS.forEach(events -> may.rule(topic(events), "events", READ));
    may.rule(topic(Topic.OUTCOME_STATISTICS), "counts", READ);
    may.rule(topic(Topic.GUIDELINES), "the catalogue", READ);
    may.rule(groupsOf(AccessRole.FEED.user() + "-"), "groups of its own", READ);
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
    CONNECTORS.forEach(groups -> may.rule(groupsOf(groups), "how far it is", DESCRIBE));
    may.rule(cluster(), "imr doctor: brokers and access rules", DESCRIBE);
  }

  private static void deployer(Rules may) {
    may.rule(
        topicsOf("imr."), "imr topics", CREATE, ALTER, ALTER_CONFIGS, DESCRIBE, DESCRIBE_CONFIGS);
    may.rule(topic(Topic.GUIDELINES), "imr guidelines load", READ, WRITE);
    may.rule(transactionsOf("imr-guidelines"), "imr guidelines load", WRITE);
    may.rule(cluster(), "imr acls apply", DESCRIBE, ALTER);
  }

  /** Collects the rules of one role after the other. */
  private static final class Rules {
    private final List<Grant> grants = new ArrayList<>();
    private AccessRole role;

    Rules of(AccessRole next) {
      role = next;
      return this;
    }

    void rule(AclResource resource, String why, AclOperation... operations) {
      grants.add(new Grant(role, resource, Set.of(operations), why));
    }

    /** May write dead letters, which does not mean to read them. */
    void deadLetters() {
      rule(topic(Topic.DEAD_LETTERS), "what could not be read or passed on", WRITE);
      rule(topic(Topic.DEAD_LETTER_HEADS), "the same without its bytes", WRITE);
    }

    /** A Streams application: its group, its stores' topics, its transactions. */
    void streams(String application) {
      rule(group(application), "its consumer group", READ);
      rule(topicsOf(application + "-"), "its stores", READ, WRITE, CREATE, DELETE);
      rule(transactionsOf(application + "-"), "exactly once", WRITE);
    }
  }
}
