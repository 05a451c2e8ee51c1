package org.openimr.systemtest.observability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.schemas.topic.Topic;
import org.openimr.standalone.broker.CommittedRecordReader;
import org.openimr.tools.generator.model.Canary;

class ObservabilityIT {
  private static final Path METRICS_PAGE = Path.of("../docs/metrics.md");
  private static final Pattern TABLE_NAME = Pattern.compile("(?m)^\\| `(imr_\\w+)` \\|");
  private static final Pattern PART_OF_HISTOGRAM = Pattern.compile("_(bucket|count|sum|max)$");

  @TempDir private static Path folder;
  private static ObservedPipeline house;

  @BeforeAll
  static void sendLetters() throws Exception {
    house = ObservedPipeline.afterLetters(folder);
  }

  @AfterAll
  static void close() {
    if (house != null) {
      house.close();
    }
  }

  @Test
  void pageListsExactlyTheMetrics() throws IOException {
    // Given
    Set<String> named =
        TABLE_NAME
            .matcher(Files.readString(METRICS_PAGE))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    // Then
    await("all of our metrics")
        .atMost(ObservedPipeline.PATIENCE)
        .untilAsserted(() -> assertThat(named).isEqualTo(exposed()));
  }

  @Test
  void panelsQueryExistingMetrics() throws IOException {
    Map<String, List<String>> queries = MonitoringQueries.queries();

    assertThat(queries).hasSizeGreaterThan(30);
    assertThat(queries.values().stream().flatMap(List::stream))
        .allSatisfy(query -> assertThat(MonitoringQueries.metrics(query)).isNotEmpty());
    assertExposed(queries.toString());
  }

  @Test
  void alertsQueryExistingMetrics() throws IOException {
    assertThat(MonitoringQueries.metrics(Files.readString(MonitoringQueries.RULES)))
        .hasSizeGreaterThan(8);
    assertExposed(Files.readString(MonitoringQueries.RULES));
  }

  @Test
  void prometheusScrapesAllServicesAndAnswersAllPanels() throws Exception {
    try (PrometheusProcess prometheus =
        PrometheusProcess.start(folder.resolve("prometheus"), house.addresses())) {
      await("targets that are up")
          .atMost(ObservedPipeline.PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(prometheus.targets())
                      .hasSize(house.addresses().size())
                      .allMatch(target -> target.get("health").asText().equals("up")));
      await("rules that were looked at")
          .atMost(ObservedPipeline.PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(prometheus.rules())
                      .hasSameSizeAs(MonitoringQueries.alerts())
                      .allMatch(rule -> rule.get("health").asText().equals("ok")));
      for (List<String> panel : MonitoringQueries.queries().values()) {
        for (String query : panel) {
          assertThat(prometheus.query(query).isArray()).as(query).isTrue();
        }
      }
      await("what the service counted")
          .atMost(ObservedPipeline.PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(prometheus.query("sum(" + ObservedPipeline.DETERMINATIONS + ")"))
                      .singleElement()
                      .satisfies(
                          sum ->
                              assertThat(sum.at("/value/1").asDouble())
                                  .isEqualTo(house.count(ObservedPipeline.DETERMINATIONS))));
    }
  }

  @Test
  void metricsContainNoLetterText() {
    assertThat(house.metrics()).noneMatch(line -> line.contains(Canary.WORD));
  }

  @Test
  void traceCoversLetterFromRawRecordToEvents() {
    // Given
    ConsumerRecord<byte[], byte[]> determination = read(Topic.DETERMINATIONS).getFirst();
    String trace = trace(determination);

    // When
    await("spans of the letter")
        .atMost(ObservedPipeline.PATIENCE)
        .until(() -> house.traces().trace(trace).size() == 3);
    Map<String, OtlpReceiver.ReceivedSpan> spans = house.traces().trace(trace);

    // Then
    OtlpReceiver.ReceivedSpan sent = spans.get("send letter");
    OtlpReceiver.ReceivedSpan extracted = spans.get("extract text");
    OtlpReceiver.ReceivedSpan read = spans.get("read letter");
    assertThat(sent.parent()).isEmpty();
    assertThat(extracted.parent()).isEqualTo(sent.id());
    assertThat(read.parent()).isEqualTo(extracted.id());
    assertThat(List.of(sent.service(), extracted.service(), read.service()))
        .containsExactly("imr-ingest", "imr-ingest", "imr-enrich");
    assertThat(read.attributes())
        .containsEntry("messaging.destination.name", Topic.LETTERS.topicName())
        .containsKeys("messaging.destination.partition.id", "messaging.kafka.offset");
  }

  @Test
  void continuesTraceOfHttpClient() {
    // Given
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    String span = "00f067aa0ba902b7";

    // When
    house.postTraced(
        "Minutes of a meeting, and not a letter.".getBytes(UTF_8),
        "00-%s-%s-01".formatted(trace, span));

    // Then
    await("spans of the sender's trace")
        .atMost(ObservedPipeline.PATIENCE)
        .until(() -> house.traces().trace(trace).size() == 3);
    assertThat(house.traces().trace(trace).get("send letter").parent()).isEqualTo(span);
    await("its dead letter, which a span may come before")
        .atMost(ObservedPipeline.PATIENCE)
        .untilAsserted(
            () -> assertThat(read(Topic.DEAD_LETTERS)).anyMatch(one -> trace(one).equals(trace)));
  }

  @Test
  void startsNewTraceForInvalidTraceparent() {
    // Given
    int earlier = read(Topic.LETTERS_RAW).size();

    // When
    house.postTraced("Notes, and not a letter either.".getBytes(UTF_8), "00-synthetic-01");

    // Then: what is answered with 202 is in the topic
    assertThat(read(Topic.LETTERS_RAW))
        .hasSize(earlier + 1)
        .allMatch(one -> trace(one).matches("[0-9a-f]{32}"));
  }

  @Test
  void recordsCarryTraceOfTheirLetter() {
    // Given
    String trace = trace(read(Topic.DETERMINATIONS).getFirst());

    // Then
    for (Topic topic :
        List.of(
            Topic.LETTERS_RAW,
            Topic.LETTERS,
            Topic.CASE_HEADERS,
            Topic.CLINICAL_SUMMARIES,
            Topic.ITEM_DECISIONS)) {
      assertThat(read(topic)).as(topic.topicName()).anyMatch(one -> trace(one).equals(trace));
    }
  }

  @Test
  void traceOfDeadLetterEndsWithItsCode() {
    // Given
    String trace = "0af7651916cd43dd8448eb211c80319c";

    // When
    house.postTraced(
        "A list of things to buy, and not a letter.".getBytes(UTF_8),
        "00-%s-b7ad6b7169203331-01".formatted(trace));

    // Then
    await("its last span")
        .atMost(ObservedPipeline.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(house.traces().trace(trace))
                    .hasEntrySatisfying(
                        "read letter",
                        read ->
                            assertThat(read.attributes())
                                .containsEntry("imr.error.code", "NOT_A_LETTER")));
  }

  @Test
  void tracesContainNoLetterText() {
    await("traces")
        .atMost(ObservedPipeline.PATIENCE)
        .until(() -> house.traces().allText().contains("read letter"));

    assertThat(house.traces().allText()).doesNotContain(Canary.WORD);
    assertThat(house.traces().keys()).containsOnly("of-the-collector");
  }

  /** In the end: those of Kafka that came with a task are there a minute later at most. */
  private static void assertExposed(String queries) {
    await("metrics that are asked for")
        .atMost(ObservedPipeline.PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              Set<String> missing = MonitoringQueries.metrics(queries);
              missing.removeAll(house.names());
              assertThat(missing).isEmpty();
            });
  }

  /** Our metrics that services have now; of a histogram its name. */
  private static Set<String> exposed() {
    return house.names().stream()
        .filter(name -> name.startsWith("imr_"))
        .map(name -> isHistogram(name) ? PART_OF_HISTOGRAM.matcher(name).replaceAll("") : name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isHistogram(String name) {
    return name.startsWith("imr_extraction_seconds")
        || name.startsWith("imr_interpretation_seconds");
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    return CommittedRecordReader.readAll(house.connection(), topic.topicName(), bytes, bytes);
  }

  /** The trace id in W3C's {@code 00-<trace>-<span>-<flags>}. */
  private static String trace(ConsumerRecord<byte[], byte[]> letter) {
    Header header = letter.headers().lastHeader("traceparent");
    assertThat(header).as("traceparent of " + letter.topic()).isNotNull();
    return new String(header.value(), UTF_8).split("-")[1];
  }
}
