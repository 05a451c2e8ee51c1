package org.openimr.schemas.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.openimr.schemas.topic.Topic;

class AclRulesTest {

  @Test
  void onlyOperatorsReadDeadLetters() {
    assertThat(rolesWith(AclOperation.READ, Topic.DEAD_LETTERS))
        .containsExactly(AccessRole.OPERATOR);
  }

  @Test
  void monitorReadsNoLetters() {
    assertThat(rolesWith(AclOperation.READ, Topic.LETTERS_RAW)).doesNotContain(AccessRole.MONITOR);
    assertThat(rolesWith(AclOperation.READ, Topic.LETTERS)).doesNotContain(AccessRole.MONITOR);
  }

  @Test
  void sinksReadNoRawLetters() {
    assertThat(rolesWith(AclOperation.READ, Topic.LETTERS_RAW))
        .containsExactly(AccessRole.INGEST, AccessRole.RECONCILE, AccessRole.OPERATOR);
  }

  @Test
  void onlyEnrichServiceWritesEvents() {
    for (Topic events :
        Set.of(
            Topic.CASE_HEADERS,
            Topic.CLINICAL_SUMMARIES,
            Topic.ITEM_DECISIONS,
            Topic.DETERMINATIONS)) {
      assertThat(rolesWith(AclOperation.WRITE, events)).containsExactly(AccessRole.ENRICH);
    }
  }

  @Test
  void noRuleGrantsAllOperationsOrResources() {
    assertThat(AclRules.all())
        .noneMatch(grant -> grant.operations().contains(AclOperation.ALL))
        .noneMatch(grant -> grant.resource().display().equals("*"));
  }

  @Test
  void readImpliesDescribe() {
    assertThat(
            AclRules.allows(
                AccessRole.FEED,
                AclOperation.DESCRIBE,
                ResourceType.TOPIC,
                Topic.DETERMINATIONS.topicName()))
        .isTrue();
  }

  private static Set<AccessRole> rolesWith(AclOperation operation, Topic topic) {
    return Arrays.stream(AccessRole.values())
        .filter(role -> AclRules.allows(role, operation, ResourceType.TOPIC, topic.topicName()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(AccessRole.class)));
  }
}
