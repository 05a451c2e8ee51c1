package org.openimr.sink.webhook.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.openimr.sink.webhook.MadeUpEvents.decision;
import static org.openimr.sink.webhook.MadeUpEvents.determination;
import static org.openimr.sink.webhook.MadeUpEvents.determinationAt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.event.Determination;
import org.openimr.event.Outcome;
import org.openimr.schemas.AvroJson;
import org.openimr.schemas.DeadLetter;
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.Topic;
import org.openimr.sink.webhook.MadeUpEvents;

class EventReaderTest {
  private static final String STAGE = "sink:webhook:claims";
  private static final EventSelection ALL = EventSelection.of(List.of(), List.of(), List.of());
  private static final Determination WHOLE =
      determination(
          "CM14-0000001",
          2,
          decision(1, "DMEPOS", Outcome.UPHELD, "mtus/low-back"),
          decision(2, "Injection", Outcome.OVERTURNED, "odg/pain"));

  @Test
  void determinationIsAStructuredCloudEvent() throws Exception {
    JsonNode event = json(read(reader(ALL, true), determinationAt(7, WHOLE)));

    assertThat(event.path("specversion").asText()).isEqualTo("1.0");
    assertThat(event.path("id").asText()).isEqualTo("id-7");
    assertThat(event.path("type").asText()).isEqualTo("org.openimr.determination.v1");
    assertThat(event.path("source").asText()).isEqualTo("/imr/enrich-service");
    assertThat(event.path("subject").asText()).isEqualTo("CM14-0000001");
    assertThat(event.path("time").asText()).isEqualTo("2026-11-01T10:00:00Z");
    assertThat(event.path("sequence").asText()).isEqualTo("0000000000000000007");
    assertThat(event.path("datacontenttype").asText()).isEqualTo("application/json");
    assertThat(event.path("data")).isEqualTo(new ObjectMapper().readTree(AvroJson.line(WHOLE)));
  }

  @Test
  void clinicalTextIsLeftOutUnlessAskedFor() {
    Reading.Wanted without = read(reader(ALL, false), determinationAt(7, WHOLE));
    Reading.Wanted with = read(reader(ALL, true), determinationAt(7, WHOLE));

    assertThat(new String(without.webhook().body(), UTF_8))
        .doesNotContain(MadeUpEvents.SUMMARY, MadeUpEvents.RATIONALE, MadeUpEvents.STATEMENT)
        .doesNotContain("patientAge")
        .contains("Made-up belt", "mtus/low-back", "UPHELD");
    assertThat(new String(with.webhook().body(), UTF_8))
        .contains(MadeUpEvents.SUMMARY, MadeUpEvents.RATIONALE, MadeUpEvents.STATEMENT);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', true",
    "DMEPOS, '', '', true",
    "dmepos, upheld, '', true",
    "DMEPOS, OVERTURNED, '', false",
    "Injection, OVERTURNED, odg/pain, true",
    "Injection, OVERTURNED, mtus/low-back, false",
    "'', '', Made-up Complaints, true",
    "Surgery, '', '', false",
  })
  void selectsByCategoryOutcomeAndGuidelineOfOneDecision(
      String category, String outcome, String guideline, boolean wanted) {
    EventSelection selection = EventSelection.of(list(category), list(outcome), list(guideline));

    Reading reading = reader(selection, false).read(determinationAt(7, WHOLE));

    assertThat(reading instanceof Reading.Wanted).isEqualTo(wanted);
  }

  @Test
  void itemDecisionIsSelectedByItself() {
    byte[] value =
        MadeUpEvents.serdes()
            .serializer()
            .serialize(Topic.ITEM_DECISIONS.topicName(), MadeUpEvents.item(WHOLE));
    SinkRecord item = itemRecord(value);

    assertThat(reader(selection("UPHELD"), false).read(item)).isInstanceOf(Reading.Wanted.class);
    assertThat(reader(selection("OVERTURNED"), false).read(item))
        .isInstanceOf(Reading.Unwanted.class);
  }

  @Test
  void tombstoneIsToldAsWithdrawn() throws Exception {
    Reading.Wanted wanted = read(reader(selection("UPHELD"), false), itemRecord(null));

    JsonNode event = json(wanted);
    assertThat(wanted.caseKey()).isEqualTo("CM14-0000001");
    assertThat(event.path("type").asText()).isEqualTo("org.openimr.item-decision.withdrawn.v1");
    assertThat(event.path("data").toString())
        .isEqualTo("{\"caseKey\":\"CM14-0000001\",\"itemNumber\":3}");
  }

  @Test
  void bytesThatAreNoEventAreUndecodable() {
    SinkRecord foreign =
        MadeUpEvents.record(
            Topic.DETERMINATIONS.topicName(),
            1,
            "k",
            "not avro".getBytes(UTF_8),
            MadeUpEvents.headers("i", "t", "k"));

    assertThat(reader(ALL, false).read(foreign)).isInstanceOf(Reading.Undecodable.class);
  }

  @Test
  void registryThatIsAwayIsNoVerdict() {
    EventReader reader =
        new EventReader(
            STAGE,
            ALL,
            false,
            (topic, bytes) -> {
              throw new SerializationException(
                  "no schema", new RestClientException("away", 503, 50301));
            });

    assertThatThrownBy(() -> reader.read(determinationAt(7, WHOLE)))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void onlyTheEndpointsOwnDeadLettersAreRedrivenUnderTheirFirstPlace() throws Exception {
    SinkRecord own = redriven(STAGE);

    JsonNode event = json(read(reader(ALL, false), own));

    assertThat(event.path("id").asText()).isEqualTo("id-7");
    assertThat(event.path("sequence").asText()).isEqualTo("0000000000000000042");
    assertThat(reader(ALL, false).read(redriven("sink:webhook:other")))
        .isInstanceOf(Reading.Unwanted.class);
  }

  private static SinkRecord redriven(String stage) {
    SinkRecord first = determinationAt(7, WHOLE);
    Headers headers = MadeUpEvents.headers("id-7", "org.openimr.determination.v1", "CM14-0000001");
    new DeadLetter(DeadLetter.Code.NOT_DELIVERED, stage, "", "status 500")
        .addTo(
            headers,
            new DeadLetter.Position(Topic.DETERMINATIONS.topicName(), 3, 42),
            Instant.EPOCH);
    return MadeUpEvents.record(
        Topic.WEBHOOK_REDRIVE.topicName(), 0, "CM14-0000001", (byte[]) first.value(), headers);
  }

  private static SinkRecord itemRecord(byte[] value) {
    return MadeUpEvents.record(
        Topic.ITEM_DECISIONS.topicName(),
        5,
        "CM14-0000001#3",
        value,
        MadeUpEvents.headers("id-5", "org.openimr.item-decision.v1", "CM14-0000001"));
  }

  private static EventReader reader(EventSelection selection, boolean clinicalText) {
    MadeUpEvents.serdes();
    return new EventReader(
        STAGE,
        selection,
        clinicalText,
        EventSerdes.of(Map.of("schema.registry.url", MadeUpEvents.REGISTRY)).generic());
  }

  private static Reading.Wanted read(EventReader reader, SinkRecord record) {
    return assertThat(reader.read(record)).asInstanceOf(type(Reading.Wanted.class)).actual();
  }

  private static JsonNode json(Reading.Wanted wanted) throws IOException {
    return new ObjectMapper().readTree(wanted.webhook().body());
  }

  private static EventSelection selection(String outcome) {
    return EventSelection.of(List.of(), List.of(outcome), List.of());
  }

  private static List<String> list(String value) {
    return value.isEmpty() ? List.of() : List.of(value);
  }
}
