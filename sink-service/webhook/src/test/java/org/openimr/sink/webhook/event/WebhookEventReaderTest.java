package org.openimr.sink.webhook.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.openimr.sink.webhook.SampleWebhookEvents.decision;
import static org.openimr.sink.webhook.SampleWebhookEvents.determination;
import static org.openimr.sink.webhook.SampleWebhookEvents.determinationAt;

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
import org.openimr.event.Warning;
import org.openimr.event.WarningCode;
import org.openimr.schemas.event.AvroJsonFormatter;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.webhook.SampleWebhookEvents;

class WebhookEventReaderTest {
  private static final String STAGE = "sink:webhook:claims";
  private static final EventFilter ALL = EventFilter.ALL;
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
    assertThat(event.path("data"))
        .isEqualTo(new ObjectMapper().readTree(AvroJsonFormatter.compact(WHOLE)));
  }

  @Test
  void removesClinicalTextByDefault() {
    EventDecision.Selected without = read(reader(ALL, false), determinationAt(7, WHOLE));
    EventDecision.Selected with = read(reader(ALL, true), determinationAt(7, WHOLE));

    assertThat(new String(without.webhook().body(), UTF_8))
        .doesNotContain(
            SampleWebhookEvents.SUMMARY,
            SampleWebhookEvents.RATIONALE,
            SampleWebhookEvents.STATEMENT)
        .doesNotContain("patientAge")
        .contains("Synthetic belt", "mtus/low-back", "UPHELD");
    assertThat(new String(with.webhook().body(), UTF_8))
        .contains(
            SampleWebhookEvents.SUMMARY,
            SampleWebhookEvents.RATIONALE,
            SampleWebhookEvents.STATEMENT);
  }

  @Test
  void keepsWarningsOfTheRemovedSummary() throws Exception {
    Determination warned =
        determination("CM14-0000001", 1, decision(1, "DMEPOS", Outcome.UPHELD, "mtus/low-back"));
    warned
        .getClinicalSummary()
        .setWarnings(List.of(new Warning(WarningCode.TEXT_INCOMPLETE, "text", "a doubt")));

    JsonNode event = json(read(reader(ALL, false), determinationAt(7, warned)));

    assertThat(event.at("/data/clinicalSummary").toString())
        .isEqualTo(
            "{\"warnings\":[{\"code\":\"TEXT_INCOMPLETE\",\"field\":\"text\",\"message\":\"a"
                + " doubt\"}]}");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', true",
    "DMEPOS, '', '', true",
    "dmepos, upheld, '', true",
    "DMEPOS, OVERTURNED, '', false",
    "Injection, OVERTURNED, odg/pain, true",
    "Injection, OVERTURNED, mtus/low-back, false",
    "'', '', Synthetic Complaints, true",
    "Surgery, '', '', false",
  })
  void selectsByCategoryOutcomeAndGuidelineOfOneDecision(
      String category, String outcome, String guideline, boolean wanted) {
    EventFilter selection =
        EventFilter.of(list(category), list(outcome), list(guideline), List.of());

    EventDecision reading = reader(selection, false).read(determinationAt(7, WHOLE));

    assertThat(reading instanceof EventDecision.Selected).isEqualTo(wanted);
  }

  @Test
  void itemDecisionIsSelectedByItself() {
    byte[] value =
        SampleWebhookEvents.serdes()
            .serializer()
            .serialize(Topic.ITEM_DECISIONS.topicName(), SampleWebhookEvents.item(WHOLE));
    SinkRecord item = itemRecord(value);

    assertThat(reader(selection("UPHELD"), false).read(item))
        .isInstanceOf(EventDecision.Selected.class);
    assertThat(reader(selection("OVERTURNED"), false).read(item))
        .isInstanceOf(EventDecision.Filtered.class);
  }

  @Test
  void tombstoneBecomesAWithdrawnEvent() throws Exception {
    EventDecision.Selected wanted = read(reader(selection("UPHELD"), false), itemRecord(null));

    JsonNode event = json(wanted);
    assertThat(wanted.caseKey()).isEqualTo("CM14-0000001");
    assertThat(event.path("type").asText()).isEqualTo("org.openimr.item-decision.withdrawn.v1");
    assertThat(event.path("data").toString())
        .isEqualTo("{\"caseKey\":\"CM14-0000001\",\"itemNumber\":3}");
  }

  @Test
  void invalidBytesAreUndecodable() {
    SinkRecord foreign =
        SampleWebhookEvents.record(
            Topic.DETERMINATIONS.topicName(),
            1,
            "k",
            "not avro".getBytes(UTF_8),
            SampleWebhookEvents.headers("i", "t", "k"));

    assertThat(reader(ALL, false).read(foreign)).isInstanceOf(EventDecision.Undecodable.class);
  }

  @Test
  void unavailableRegistryIsNotUndecodable() {
    WebhookEventReader reader =
        new WebhookEventReader(
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
  void redrivesOwnDeadLettersWithTheirOriginalPosition() throws Exception {
    SinkRecord own = redriven(STAGE);

    JsonNode event = json(read(reader(ALL, false), own));

    assertThat(event.path("id").asText()).isEqualTo("id-7");
    assertThat(event.path("sequence").asText()).isEqualTo("0000000000000000042");
    assertThat(reader(ALL, false).read(redriven("sink:webhook:other")))
        .isInstanceOf(EventDecision.Filtered.class);
  }

  private static SinkRecord redriven(String stage) {
    SinkRecord first = determinationAt(7, WHOLE);
    Headers headers =
        SampleWebhookEvents.headers("id-7", "org.openimr.determination.v1", "CM14-0000001");
    new DeadLetterReason(DeadLetterReason.Code.NOT_DELIVERED, stage, "", "status 500")
        .addTo(
            headers,
            new DeadLetterReason.Position(Topic.DETERMINATIONS.topicName(), 3, 42),
            Instant.EPOCH);
    return SampleWebhookEvents.record(
        Topic.WEBHOOK_REDRIVE.topicName(), 0, "CM14-0000001", (byte[]) first.value(), headers);
  }

  private static SinkRecord itemRecord(byte[] value) {
    return SampleWebhookEvents.record(
        Topic.ITEM_DECISIONS.topicName(),
        5,
        "CM14-0000001#3",
        value,
        SampleWebhookEvents.headers("id-5", "org.openimr.item-decision.v1", "CM14-0000001"));
  }

  private static WebhookEventReader reader(EventFilter selection, boolean clinicalText) {
    SampleWebhookEvents.serdes();
    return new WebhookEventReader(
        STAGE,
        selection,
        clinicalText,
        EventSerdes.of(Map.of("schema.registry.url", SampleWebhookEvents.REGISTRY))
            .genericDeserializer());
  }

  private static EventDecision.Selected read(WebhookEventReader reader, SinkRecord record) {
    return assertThat(reader.read(record))
        .asInstanceOf(type(EventDecision.Selected.class))
        .actual();
  }

  private static JsonNode json(EventDecision.Selected wanted) throws IOException {
    return new ObjectMapper().readTree(wanted.webhook().body());
  }

  private static EventFilter selection(String outcome) {
    return EventFilter.of(List.of(), List.of(outcome), List.of(), List.of());
  }

  private static List<String> list(String value) {
    return value.isEmpty() ? List.of() : List.of(value);
  }
}
