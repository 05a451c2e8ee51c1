package org.openimr.systemtest.canary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.schemas.topic.Topic;
import org.openimr.systemtest.fixture.KillableBrokers;
import org.openimr.systemtest.fixture.LogCapture;
import org.openimr.systemtest.fixture.MonitorFixture;
import org.openimr.systemtest.fixture.PublishedEvents;
import org.openimr.systemtest.fixture.RestartableRegistry;
import org.openimr.systemtest.fixture.RetryingSender;
import org.openimr.testkit.letter.SyntheticLetters;
import org.openimr.testkit.pipeline.PipelineFixture;
import org.openimr.testkit.pipeline.RunningService;
import org.openimr.tools.generator.LetterPdfRenderer;
import org.openimr.tools.generator.model.Canary;
import org.openimr.tools.generator.model.GeneratedLetter;
import org.slf4j.LoggerFactory;

/**
 * Letters carry a word that is in nothing else. Runs last: it also searches what all other tests
 * left behind.
 */
class CanaryIT {
  private static final byte[] NO_LETTER = ("No letter of any kind: " + Canary.WORD).getBytes(UTF_8);

  private static final List<String> HOLDERS =
      List.of(
          Topic.LETTERS_RAW.topicName(),
          Topic.LETTERS.topicName(),
          Topic.DEAD_LETTERS.topicName(),
          Topic.CLINICAL_SUMMARIES.topicName(),
          Topic.ITEM_DECISIONS.topicName(),
          Topic.DETERMINATIONS.topicName(),
          "imr-monitor-revisions-changelog");

  @TempDir Path folder;

  @Test
  void textOfLettersIsNowhereButInTheTopicsThatHoldThem() throws Exception {
    List<CanaryLeak> leaks = new ArrayList<>();
    try (LogCapture log = LogCapture.captureAll();
        RestartableRegistry registry = new RestartableRegistry(folder.resolve("registry")).start();
        KillableBrokers brokers = KillableBrokers.start(folder, 1);
        PipelineFixture pipeline =
            PipelineFixture.connectedTo(brokers.bootstrapServers(), registry.url())
                .withTopics()
                .withSchemas()
                .start(folder)) {
      RunningService ingest = pipeline.ingest(folder.resolve("ingest"));
      RunningService enrich = pipeline.enrich(folder.resolve("enrich"));
      RunningService monitor = MonitorFixture.start(pipeline, folder.resolve("monitor"));
      PipelineFixture.awaitReady(ingest, enrich, monitor);

      sendAllKinds(ingest, pipeline);
      PublishedEvents published = new PublishedEvents(pipeline.connection());
      await().atMost(PipelineFixture.TIMEOUT).until(() -> published.determinations() == 20);
      await().atMost(PipelineFixture.TIMEOUT).until(() -> published.count(Topic.DEAD_LETTERS) == 3);
      await()
          .atMost(PipelineFixture.TIMEOUT)
          .until(() -> monitor.get("/v1/figures").body().contains("\"cases\":20"));

      refusals(ingest, leaks);
      pages(leaks, ingest, enrich, monitor);
      TopicCanaryScan topics = searchAll(pipeline);
      leaks.addAll(topics.leaks());
      leaks.addAll(ProcessCanaryScan.scan());
      log.lines().stream()
          .filter(line -> line.contains(Canary.WORD))
          .forEach(line -> leaks.add(new CanaryLeak("log: " + line)));
      for (Path file : List.of(brokers.log(1), folder.resolve("registry/registry.log"))) {
        if (Files.readString(file).contains(Canary.WORD)) {
          leaks.add(new CanaryLeak(file.toString()));
        }
      }

      assertThat(log.lines()).hasSizeGreaterThan(100);
      assertThat(topics.allowedTopics()).containsExactlyInAnyOrderElementsOf(HOLDERS);
    }
    assertThat(leaks).isEmpty();
  }

  @Test
  void theOtherTestsLeftNothingBehind() throws Exception {
    CanaryScan run = new CanaryScan(Path.of(System.getProperty("imr.root")));

    assertThat(run.files()).isNotEmpty();
    assertThat(run.leaks()).isEmpty();
  }

  @Test
  void whatLeaksIsFound() throws Exception {
    Path report = folder.resolve("some-module/target/surefire-reports/output.txt");
    Files.createDirectories(report.getParent());
    Files.writeString(report, "a letter: " + SyntheticLetters.of(0, 1).letters().getFirst().text());
    Process child = new ProcessBuilder("sh", "-c", "sleep 60; : " + Canary.WORD).start();
    try (LogCapture log = LogCapture.captureAll()) {
      LoggerFactory.getLogger("org.apache.anything").warn("a letter: {}", Canary.WORD);

      assertThat(log.lines()).anyMatch(line -> line.contains(Canary.WORD));
      assertThat(new CanaryScan(folder).leaks()).hasSize(1);
      assertThat(ProcessCanaryScan.scan())
          .contains(new CanaryLeak("/proc/" + child.pid() + "/cmdline"));
    } finally {
      child.descendants().forEach(ProcessHandle::destroyForcibly);
      child.destroyForcibly();
    }
  }

  /**
   * Letters as text, as PDF and as a file; no letter; one that is no event; one that is too large.
   */
  private static void sendAllKinds(RunningService ingest, PipelineFixture pipeline)
      throws Exception {
    try (RetryingSender sending = RetryingSender.of(ingest, SyntheticLetters.of(0, 10))) {
      sending.await();
    }
    for (GeneratedLetter letter : SyntheticLetters.of(10, 15).letters()) {
      assertThat(ingest.post(LetterPdfRenderer.render(letter.content(), true)).statusCode())
          .isEqualTo(202);
    }
    for (GeneratedLetter letter : SyntheticLetters.of(15, 20).letters()) {
      Files.write(pipeline.inbox().resolve(letter.name() + ".txt"), SyntheticLetters.bytes(letter));
    }
    assertThat(ingest.post(NO_LETTER).statusCode()).isEqualTo(202);
    Map<String, Object> kafka = new HashMap<>(pipeline.connection().kafka());
    kafka.put("max.request.size", Topic.MAX_RECORD_BYTES);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topic.LETTERS.topicName(), NO_LETTER)).get();
      producer
          .send(
              new ProducerRecord<>(
                  Topic.LETTERS_RAW.topicName(),
                  (Canary.WORD + " ").repeat(200_000).getBytes(UTF_8)))
          .get();
    }
  }

  /** A changelog has what its store has a little later. */
  private static TopicCanaryScan searchAll(PipelineFixture pipeline) {
    return await()
        .atMost(PipelineFixture.TIMEOUT)
        .until(
            () -> TopicCanaryScan.scan(pipeline.connection().kafka()),
            topics -> topics.allowedTopics().containsAll(HOLDERS));
  }

  private static void refusals(RunningService ingest, List<CanaryLeak> leaks) {
    List<HttpResponse<String>> answers =
        List.of(
            ingest.post(("PK\u0003\u0004" + Canary.WORD).getBytes(UTF_8)),
            ingest.post("/v2/letters", NO_LETTER, "text/plain"),
            ingest.post("/v1/letters", NO_LETTER, "multipart/form-data; boundary=x"),
            ingest.post("/metrics", NO_LETTER, "text/plain"),
            ingest.post(
                "/v1/letters", (Canary.WORD + " ").repeat(900_000).getBytes(UTF_8), "text/plain"));
    for (HttpResponse<String> answer : answers) {
      assertThat(answer.statusCode()).isBetween(400, 499);
      find("answer " + answer.statusCode(), answer.body() + answer.headers(), leaks);
    }
  }

  private static void pages(List<CanaryLeak> leaks, RunningService... services) {
    for (RunningService service : services) {
      for (String path : List.of("/metrics", "/health/ready", "/health/live", "/no/such/page")) {
        HttpResponse<String> answer = service.get(path);
        find(service + path, answer.body() + answer.headers(), leaks);
      }
    }
    RunningService monitor = services[services.length - 1];
    for (String path :
        List.of("/", "/v1/figures", "/v1/statistics", "/v1/dead-letters", "/v1/decisions")) {
      find(monitor + path, monitor.get(path).body(), leaks);
    }
  }

  private static void find(String place, String text, List<CanaryLeak> leaks) {
    if (text.contains(Canary.WORD)) {
      leaks.add(new CanaryLeak(place));
    }
  }
}
