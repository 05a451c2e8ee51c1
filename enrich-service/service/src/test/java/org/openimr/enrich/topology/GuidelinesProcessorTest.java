package org.openimr.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.enrich.guideline.CatalogueLoadMarker;
import org.openimr.enrich.guideline.GuidelineFixtures;
import org.openimr.enrich.guideline.GuidelineMapper;
import org.openimr.event.Citation;
import org.openimr.event.ItemDecision;
import org.openimr.event.LetterReceived;
import org.openimr.event.Resolution;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.topic.Topic;

/** The effect of the guidelines topic on subsequent letters. */
class GuidelinesProcessorTest {
  private static final Map<String, String> REGISTRY =
      Map.of("schema.registry.url", "mock://guidelines-processor");
  private static final String BUILT_IN = "8 CCR 9792.23.5";
  private static final Guideline LOW_BACK = lowBack("8 CCR 1");
  private static final Guideline REST = GuidelineFixtures.of("mtus/rest/2004", "Rest", "8 CCR 2");

  @TempDir Path state;
  private final EventSerdes serdes = EventSerdes.of(REGISTRY);
  private TopologyTestDriver driver;
  private TestInputTopic<String, byte[]> letters;
  private TestInputTopic<String, byte[]> guidelines;
  private TestOutputTopic<String, byte[]> items;
  private int sent;

  @BeforeEach
  void start() throws Exception {
    SchemaRegistrar.register(REGISTRY);
    Properties settings = new Properties();
    settings.put("application.id", "test");
    settings.put("state.dir", state.toString());
    driver =
        new TopologyTestDriver(
            EnrichTopology.of(
                REGISTRY,
                LetterInterpreter.standard(),
                new RejectedRecords(),
                new EnrichMetrics(new SimpleMeterRegistry()),
                Tracing.OFF),
            settings);
    letters = input(Topic.LETTERS);
    guidelines = input(Topic.GUIDELINES);
    items =
        driver.createOutputTopic(
            Topic.ITEM_DECISIONS.topicName(),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void usesBuiltInGuidelinesForEmptyTopic() {
    assertThat(nextCitation().getRegulation()).isEqualTo(BUILT_IN);
  }

  @Test
  void appliesChangeToNextLetter() {
    load(LOW_BACK);
    assertThat(nextCitation().getRegulation()).isEqualTo("8 CCR 1");

    load(lowBack("8 CCR 7"));

    assertThat(nextCitation().getRegulation()).isEqualTo("8 CCR 7");
  }

  @Test
  void ignoresCatalogueWithoutMarker() {
    send(LOW_BACK);

    assertThat(nextCitation().getRegulation()).isEqualTo(BUILT_IN);
  }

  @Test
  void ignoresCatalogueWithMissingEntry() {
    sendLast(LOW_BACK, 2);

    assertThat(nextCitation().getRegulation()).isEqualTo(BUILT_IN);
  }

  @Test
  void keepsPreviousCatalogueWhenNextIsInvalid() {
    load(LOW_BACK);

    send(REST);
    send(lowBack("8 CCR 7"));
    sendLast(GuidelineFixtures.of("mtus/rest/again", "Rest", "8 CCR 3"), 3);

    assertThat(nextCitation().getRegulation()).isEqualTo("8 CCR 1");
  }

  @Test
  void activatesCorrectedCatalogue() {
    send(REST);
    send(lowBack("8 CCR 7"));
    sendLast(GuidelineFixtures.of("mtus/rest/again", "Rest", "8 CCR 3"), 3);

    remove("mtus/rest/again");
    sendLast(REST, 2);

    assertThat(nextCitation().getRegulation()).isEqualTo("8 CCR 7");
  }

  @Test
  void keepsPreviousCatalogueWhenRecordIsInvalid() {
    load(LOW_BACK);

    guidelines.pipeInput("mtus/rest/2004", new byte[] {9, 9, 9});
    sendLast(lowBack("8 CCR 7"), 2);

    assertThat(nextCitation().getRegulation()).isEqualTo("8 CCR 1");
  }

  @Test
  void doesNotResolveRemovedGuideline() {
    send(REST);
    sendLast(LOW_BACK, 2);
    assertThat(nextCitation().getResolution()).isNotEqualTo(Resolution.UNRESOLVED);

    remove(LOW_BACK.id());
    sendLast(REST, 1);

    assertThat(nextCitations())
        .noneMatch(citation -> LOW_BACK.id().equals(citation.getGuidelineId()));
  }

  @Test
  void measuresSizeAndVersionOfCatalogue() {
    send(REST);
    sendLast(LOW_BACK, 2);
    sendLast(lowBack("8 CCR 7"), 2);

    assertThat(metric("catalogue-entries")).isEqualTo(2);
    assertThat(metric("catalogue-version")).isEqualTo(2);
  }

  private static Guideline lowBack(String regulation) {
    return GuidelineFixtures.of("mtus/low-back-complaints/2004", "Low Back Complaints", regulation);
  }

  /** Loads a catalogue of one guideline. */
  private void load(Guideline guideline) {
    sendLast(guideline, 1);
  }

  private void send(Guideline guideline) {
    guidelines.pipeInput(guideline.id(), bytes(guideline));
  }

  private void sendLast(Guideline guideline, int entries) {
    RecordHeaders marker = new RecordHeaders();
    CatalogueLoadMarker.mark(marker, entries);
    guidelines.pipeInput(new TestRecord<>(guideline.id(), bytes(guideline), marker));
  }

  private void remove(String id) {
    guidelines.pipeInput(id, null);
  }

  private byte[] bytes(Guideline guideline) {
    return serdes
        .<org.openimr.event.Guideline>serializer()
        .serialize(Topic.GUIDELINES.topicName(), GuidelineMapper.toEvent(guideline));
  }

  private Citation nextCitation() {
    return nextCitations().getFirst();
  }

  /** Sends another letter that cites the low back chapter of 2004; returns its citations. */
  private List<Citation> nextCitations() {
    String key = "CM17-%07d".formatted(9_000_000 + sent++);
    LetterReceived letter =
        EnrichTestLetters.received(EnrichTestLetters.text(key, "Sample belt: Upheld"));
    letters.pipeInput(
        key, serdes.<LetterReceived>serializer().serialize(Topic.LETTERS.topicName(), letter));
    ItemDecision item =
        serdes
            .<ItemDecision>deserializer()
            .deserialize(Topic.ITEM_DECISIONS.topicName(), items.readValue());
    return item.getReviewerBasis().getCitations();
  }

  private double metric(String name) {
    return driver.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals(name))
        .mapToDouble(metric -> (double) metric.metricValue())
        .findFirst()
        .orElseThrow();
  }

  private TestInputTopic<String, byte[]> input(Topic topic) {
    return driver.createInputTopic(
        topic.topicName(), new StringSerializer(), new ByteArraySerializer());
  }
}
