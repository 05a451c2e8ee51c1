package org.openimr.enrich.guideline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.openimr.event.Authority;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.topic.Topic;

class GuidelineMapperTest {
  private static final Map<String, String> REGISTRY =
      Map.of("schema.registry.url", "mock://guideline-mapping");
  private static final String TOPIC = Topic.GUIDELINES.topicName();

  @Test
  void roundTripsEverySeedEntry() throws Exception {
    SchemaRegistrar.register(REGISTRY);
    try (Serde<org.openimr.event.Guideline> events = EventSerdes.of(REGISTRY).serde()) {
      for (Guideline entry : CatalogueFileReader.seedGuidelines()) {
        byte[] bytes = events.serializer().serialize(TOPIC, GuidelineMapper.toEvent(entry));

        Guideline decoded =
            GuidelineMapper.fromEvent(events.deserializer().deserialize(TOPIC, bytes));

        assertThat(decoded).isEqualTo(entry);
      }
    }
  }

  @Test
  void rejectsAuthorityOfLaterVersion() {
    org.openimr.event.Guideline event =
        GuidelineMapper.toEvent(GuidelineFixtures.of("mtus/rest/2004", "Rest", "8 CCR 1"));
    event.setAuthority(Authority.UNKNOWN);

    assertThatThrownBy(() -> GuidelineMapper.fromEvent(event))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
