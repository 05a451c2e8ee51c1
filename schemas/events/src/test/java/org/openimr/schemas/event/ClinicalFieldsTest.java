package org.openimr.schemas.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.event.Citation;
import org.openimr.event.Determination;
import org.openimr.event.GuidelineBasis;
import org.openimr.event.ItemDecision;
import org.openimr.schemas.topic.Topic;

class ClinicalFieldsTest {
  @ParameterizedTest
  @CsvFileSource(resources = "clinical-fields.csv", numLinesToSkip = 1)
  void listsTheClinicalFieldsOfEachTopic(Topic topic, String paths) {
    assertThat(new TreeSet<>(ClinicalFields.paths(topic.schema().orElseThrow())))
        .containsExactlyElementsOf(new TreeSet<>(paths == null ? Set.of() : split(paths)));
  }

  @Test
  void everyTextFieldIsClinicalOrOpen() throws IOException {
    Set<String> unlisted = new TreeSet<>();
    for (Topic topic : Topic.values()) {
      topic.schema().ifPresent(schema -> collect(schema, unlisted));
    }

    assertThat(unlisted).containsExactlyElementsOf(openTextFields());
  }

  @Test
  void fieldsThatHoldAClinicalFieldAreKnown() {
    Schema decision = ItemDecision.getClassSchema();

    assertThat(ClinicalFields.holdsClinical(decision, decision.getField("reviewerBasis"))).isTrue();
    assertThat(ClinicalFields.holdsClinical(decision, decision.getField("source"))).isTrue();
    assertThat(ClinicalFields.holdsClinical(decision, decision.getField("request"))).isFalse();
    assertThat(ClinicalFields.isClinical(decision, decision.getField("reviewerBasis"))).isFalse();
  }

  @Test
  void fieldOfAnEarlierSchemaIsClinicalWithoutTheProperty() {
    Schema basis =
        SchemaBuilder.record(GuidelineBasis.getClassSchema().getFullName())
            .fields()
            .requiredString("statement")
            .endRecord();
    Schema other = SchemaBuilder.record("Other").fields().requiredString("statement").endRecord();

    assertThat(ClinicalFields.isClinical(basis, basis.getField("statement"))).isTrue();
    assertThat(ClinicalFields.isClinical(other, other.getField("statement"))).isFalse();
  }

  @Test
  void fieldOfALaterSchemaIsClinicalByItsProperty() {
    Schema later =
        SchemaBuilder.record(Citation.getClassSchema().getFullName())
            .fields()
            .name("remark")
            .prop(ClinicalFields.PROPERTY, true)
            .type()
            .stringType()
            .noDefault()
            .endRecord();

    assertThat(ClinicalFields.isClinical(later, later.getField("remark"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"source-name", "source-uri"})
  void headersOfTheSourceAreClinical(String header) {
    assertThat(ClinicalFields.isClinicalHeader(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"imr.error.code", "ce_subject", "content-type", "imr.letter.part"})
  void otherHeadersAreNot(String header) {
    assertThat(ClinicalFields.isClinicalHeader(header)).isFalse();
  }

  @Test
  void headsOfDeadLettersHaveNoClinicalHeader() {
    RecordHeaders dead = new RecordHeaders();
    dead.add("source-name", "jane-doe.pdf".getBytes(UTF_8));
    dead.add("source-uri", "file:///jane-doe.pdf".getBytes(UTF_8));
    dead.add(DeadLetterReason.CODE, "NO_ITEMS".getBytes(UTF_8));

    assertThat(DeadLetterReason.headHeaders(dead))
        .extracting(Header::key)
        .containsExactly(DeadLetterReason.CODE);
  }

  @Test
  void schemasHaveTheProperty() {
    assertThat(Determination.getClassSchema().toString()).contains("\"imr.clinical\":true");
  }

  /**
   * The text fields that every output may contain. A new field belongs there only if it cannot
   * describe a patient's health in the words of the letter; requests are there because they are
   * what is decided.
   */
  private static Set<String> openTextFields() throws IOException {
    try (InputStream list = ClinicalFieldsTest.class.getResourceAsStream("open-text-fields.csv")) {
      return new String(list.readAllBytes(), UTF_8)
          .lines()
          .skip(1)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<String> split(String paths) {
    return List.of(paths.split(" ", -1));
  }

  private static void collect(Schema type, Set<String> unlisted) {
    switch (type.getType()) {
      case RECORD -> {
        for (Schema.Field field : type.getFields()) {
          if (!ClinicalFields.isClinical(type, field)) {
            if (isText(field.schema())) {
              unlisted.add(type.getName() + "." + field.name());
            }
            collect(field.schema(), unlisted);
          }
        }
      }
      case ARRAY -> collect(type.getElementType(), unlisted);
      case UNION -> new ArrayList<>(type.getTypes()).forEach(each -> collect(each, unlisted));
      default -> {}
    }
  }

  private static boolean isText(Schema type) {
    return switch (type.getType()) {
      case STRING -> true;
      case ARRAY -> isText(type.getElementType());
      case UNION -> type.getTypes().stream().anyMatch(ClinicalFieldsTest::isText);
      default -> false;
    };
  }
}
