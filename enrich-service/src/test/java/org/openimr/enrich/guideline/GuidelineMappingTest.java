package org.openimr.enrich.guideline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.openimr.enrich.citation.CatalogueFiles;
import org.openimr.enrich.citation.Guideline;
import org.openimr.event.Authority;
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.SchemaRegistration;
import org.openimr.schemas.Topic;

class GuidelineMappingTest {
  private static final Map<String, String> REGISTRY =
      Map.of("schema.registry.url", "mock://guideline-mapping");
  private static final String TOPIC = Topic.GUIDELINES.topicName();

  @Test
  void everyEntryOfTheSeedComesBackFromItsBytesAsItWas() throws Exception {
    SchemaRegistration.register(REGISTRY);
    try (Serde<org.openimr.event.Guideline> events = EventSerdes.of(REGISTRY).values()) {
      for (Guideline entry : CatalogueFiles.seedGuidelines()) {
        byte[] bytes = events.serializer().serialize(TOPIC, GuidelineMapping.event(entry));

        Guideline back = GuidelineMapping.entry(events.deserializer().deserialize(TOPIC, bytes));

        assertThat(back).isEqualTo(entry);
      }
    }
  }

  @Test
  void authorityOfALaterVersionIsRefused() {
    org.openimr.event.Guideline event =
        GuidelineMapping.event(Entries.of("mtus/rest/2004", "Rest", "8 CCR 1"));
    event.setAuthority(Authority.UNKNOWN);

    assertThatThrownBy(() -> GuidelineMapping.entry(event))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
