package org.openimr.schemas.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.openimr.schemas.Topic;

class AccessTableTest {

  @Test
  void onlyOperatorsReadDeadLetters() {
    assertThat(whoMay(AclOperation.READ, Topic.DEAD_LETTERS)).containsExactly(Role.OPERATOR);
  }

  @Test
  void monitorReadsNoLetters() {
    assertThat(whoMay(AclOperation.READ, Topic.LETTERS_RAW)).doesNotContain(Role.MONITOR);
    assertThat(whoMay(AclOperation.READ, Topic.LETTERS)).doesNotContain(Role.MONITOR);
  }

  @Test
  void sinksReadNoRawLetters() {
    assertThat(whoMay(AclOperation.READ, Topic.LETTERS_RAW))
        .containsExactly(Role.INGEST, Role.RECONCILE, Role.OPERATOR);
  }

  @Test
  void onlyTheEnrichServiceWritesEvents() {
    for (Topic events :
        Set.of(
            Topic.CASE_HEADERS,
            Topic.CLINICAL_SUMMARIES,
            Topic.ITEM_DECISIONS,
            Topic.DETERMINATIONS)) {
      assertThat(whoMay(AclOperation.WRITE, events)).containsExactly(Role.ENRICH);
    }
  }

  @Test
  void nobodyMayDoWhateverThereIs() {
    assertThat(AccessTable.all())
        .noneMatch(grant -> grant.operations().contains(AclOperation.ALL))
        .noneMatch(grant -> grant.resource().shown().equals("*"));
  }

  @Test
  void readingBringsDescribingWithIt() {
    assertThat(
            AccessTable.allows(
                Role.FEED,
                AclOperation.DESCRIBE,
                ResourceType.TOPIC,
                Topic.DETERMINATIONS.topicName()))
        .isTrue();
  }

  private static Set<Role> whoMay(AclOperation operation, Topic topic) {
    return Arrays.stream(Role.values())
        .filter(role -> AccessTable.allows(role, operation, ResourceType.TOPIC, topic.topicName()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }
}
