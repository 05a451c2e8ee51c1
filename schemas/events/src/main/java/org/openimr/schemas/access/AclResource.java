package org.openimr.schemas.access;

import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.openimr.schemas.topic.Topic;

/**
 * A resource of the broker to which access is granted.
 *
 * @param pattern a literal name or a prefix
 */
public record AclResource(ResourcePattern pattern) {
  private static final String CLUSTER = "kafka-cluster";

  static AclResource topic(Topic topic) {
    return topic(topic.topicName());
  }

  static AclResource topic(String name) {
    return of(ResourceType.TOPIC, name, PatternType.LITERAL);
  }

  static AclResource topicsOf(String prefix) {
    return of(ResourceType.TOPIC, prefix, PatternType.PREFIXED);
  }

  static AclResource group(String name) {
    return of(ResourceType.GROUP, name, PatternType.LITERAL);
  }

  static AclResource groupsOf(String prefix) {
    return of(ResourceType.GROUP, prefix, PatternType.PREFIXED);
  }

  static AclResource transactionsOf(String prefix) {
    return of(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED);
  }

  static AclResource cluster() {
    return of(ResourceType.CLUSTER, CLUSTER, PatternType.LITERAL);
  }

  /** Whether this covers the resource of a type and name. */
  public boolean covers(ResourceType type, String name) {
    return pattern.resourceType() == type
        && (isPrefix() ? name.startsWith(pattern.name()) : name.equals(pattern.name()));
  }

  /** Whether this is a prefix of names. */
  public boolean isPrefix() {
    return pattern.patternType() == PatternType.PREFIXED;
  }

  /** The name, with a {@code *} after a prefix. */
  public String display() {
    return isPrefix() ? pattern.name() + "*" : pattern.name();
  }

  private static AclResource of(ResourceType type, String name, PatternType patternType) {
    return new AclResource(new ResourcePattern(type, name, patternType));
  }
}
