package org.openimr.sink.webhook.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openimr.schemas.event.ClinicalFields;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.webhook.SampleWebhookEvents;
import org.openimr.testkit.event.CanaryEvent;

/** A canary in each field of an event, delivered to endpoints with and without the permission. */
class WebhookCanaryTest {
  @ParameterizedTest
  @EnumSource(names = {"DETERMINATIONS", "ITEM_DECISIONS"})
  void bodyHasClinicalFieldsOnlyWithThePermission(Topic topic) {
    CanaryEvent canary = CanaryEvent.of(topic.schema().orElseThrow());

    String without = body(topic, canary.event(), false);
    assertThat(canary.leaksInto(without)).isEmpty();
    assertThat(canary.missingFrom(without)).isEmpty();
    assertThat(canary.clinical()).hasSizeGreaterThan(5);
    assertThat(canary.leaksInto(body(topic, canary.event(), true)))
        .containsExactlyElementsOf(canary.clinical().keySet());
  }

  @ParameterizedTest
  @EnumSource(names = {"DETERMINATIONS", "ITEM_DECISIONS"})
  void eventsWrittenBeforeTheListAreWithheldToo(Topic topic) {
    Schema schema = topic.schema().orElseThrow();
    CanaryEvent canary = CanaryEvent.of(schema);
    Schema earlier =
        new SchemaParser()
            .parse(schema.toString().replace(",\"" + ClinicalFields.PROPERTY + "\":true", ""))
            .mainSchema();
    GenericRecord event = GenericData.get().deepCopy(schema, canary.event());

    assertThat(earlier.toString()).doesNotContain(ClinicalFields.PROPERTY);
    assertThat(canary.leaksInto(body(topic, written(event, earlier), false))).isEmpty();
  }

  /** The same values with the schema of another version. */
  private static GenericRecord written(GenericRecord event, Schema schema) {
    GenericRecord other = new GenericData.Record(schema);
    schema
        .getFields()
        .forEach(field -> other.put(field.pos(), inner(event.get(field.name()), field.schema())));
    return other;
  }

  private static Object inner(Object value, Schema type) {
    return switch (value) {
      case GenericRecord fields -> written(fields, type(type, fields.getSchema().getFullName()));
      case java.util.Collection<?> elements ->
          elements.stream().map(each -> inner(each, type.getElementType())).toList();
      default -> value;
    };
  }

  private static Schema type(Schema type, String name) {
    Map<String, Schema> choices = new TreeMap<>();
    (type.isUnion() ? type.getTypes() : java.util.List.of(type))
        .forEach(choice -> choices.put(choice.getFullName(), choice));
    return choices.get(name);
  }

  private static String body(Topic topic, GenericRecord event, boolean withClinicalText) {
    WebhookEventReader reader =
        new WebhookEventReader(
            "sink:webhook:claims", EventFilter.ALL, withClinicalText, (name, bytes) -> event);
    EventDecision decision =
        reader.read(
            SampleWebhookEvents.record(
                topic.topicName(),
                1,
                "CM14-0000001",
                new byte[] {1},
                SampleWebhookEvents.headers("id", "type", "CM14-0000001")));
    return new String(((EventDecision.Selected) decision).webhook().body(), UTF_8);
  }
}
