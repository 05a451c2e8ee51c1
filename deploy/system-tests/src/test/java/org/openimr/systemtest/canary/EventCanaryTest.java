package org.openimr.systemtest.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.schemas.event.AvroJsonFormatter;
import org.openimr.schemas.topic.Topic;
import org.openimr.testkit.event.CanaryEvent;

/** A canary in each field of each type of event, as {@code imr tail} prints it. */
class EventCanaryTest {
  static Stream<Topic> topicsOfEvents() {
    return Stream.of(Topic.values()).filter(topic -> topic.schema().isPresent());
  }

  @ParameterizedTest
  @MethodSource("topicsOfEvents")
  void printsClinicalFieldsOnlyIfRevealed(Topic topic) {
    CanaryEvent canary = CanaryEvent.of(topic.schema().orElseThrow());

    String masked = AvroJsonFormatter.withoutClinicalFields(canary.event());
    String revealed = AvroJsonFormatter.compact(canary.event());

    assertThat(canary.leaksInto(masked)).isEmpty();
    assertThat(canary.missingFrom(masked)).isEmpty();
    assertThat(canary.missingFrom(revealed)).isEmpty();
    assertThat(canary.leaksInto(revealed)).containsExactlyElementsOf(canary.clinical().keySet());
  }
}
