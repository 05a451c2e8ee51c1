package org.openimr.systemtest.canary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
 * Searches for text of letters outside the topics that may hold it: every synthetic letter contains
 * {@link Canary#WORD}, which is nowhere else. The test runs its own pipeline and keeps the logs of
 * that run, so its result does not depend on the order of modules; logs and reports of other
 * modules are searched as far as they exist.
 */
class CanaryIT {
  private static final byte[] NOT_A_LETTER = ("Not a letter: " + Canary.WORD).getBytes(UTF_8);

  private static final List<String> ALLOWED_TOPICS =
      List.of(
          Topic.LETTERS_RAW.topicName(),
          Topic.LETTERS.topicName(),
          Topic.DEAD_LETTERS.topicName(),
          Topic.CLINICAL_SUMMARIES.topicName(),
          Topic.ITEM_DECISIONS.topicName(),
          Topic.DETERMINATIONS.topicName(),
          "imr-monitor-revisions-changelog");

  private static final Path ROOT =
      Path.of(System.getProperty("imr.root", "../..")).toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  void letterTextStaysInAllowedTopics() throws Exception {
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

      checkRejections(ingest, leaks);
      checkPages(leaks, ingest, enrich, monitor);
      TopicCanaryScan topics = scanTopics(pipeline);
      leaks.addAll(topics.leaks());
      leaks.addAll(ProcessCanaryScan.scan());
      List<Path> logs = keepLogs(log, brokers.log(1), folder.resolve("registry/registry.log"));
      CanaryScan build = new CanaryScan(ROOT);
      leaks.addAll(build.leaks());

      assertThat(build.files()).containsAll(logs);
      assertThat(log.lines()).hasSizeGreaterThan(100);
      assertThat(topics.allowedTopics()).containsExactlyInAnyOrderElementsOf(ALLOWED_TOPICS);
    }
    assertThat(leaks).isEmpty();
  }

  @Test
  void findsLeaksInLogsReportsAndProcesses() throws Exception {
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

  /** Letters as text, as PDF and as a file; invalid, undecodable and oversized ones. */
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
    assertThat(ingest.post(NOT_A_LETTER).statusCode()).isEqualTo(202);
    Map<String, Object> kafka = new HashMap<>(pipeline.connection().kafka());
    kafka.put("max.request.size", Topic.MAX_RECORD_BYTES);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topic.LETTERS.topicName(), NOT_A_LETTER)).get();
      producer
          .send(
              new ProducerRecord<>(
                  Topic.LETTERS_RAW.topicName(),
                  (Canary.WORD + " ").repeat(200_000).getBytes(UTF_8)))
          .get();
    }
  }

  /** Keeps the logs of this run among the files of the build, and returns them. */
  private static List<Path> keepLogs(LogCapture services, Path broker, Path registry)
      throws IOException {
    Path directory = Files.createDirectories(ROOT.resolve("deploy/system-tests/target/canary-run"));
    return List.of(
        Files.write(directory.resolve("services.log"), services.lines()),
        Files.copy(broker, directory.resolve("broker.log"), StandardCopyOption.REPLACE_EXISTING),
        Files.copy(
            registry, directory.resolve("registry.log"), StandardCopyOption.REPLACE_EXISTING));
  }

  /** Repeats the scan, because a changelog is written some time after its store. */
  private static TopicCanaryScan scanTopics(PipelineFixture pipeline) {
    return await()
        .atMost(PipelineFixture.TIMEOUT)
        .until(
            () -> TopicCanaryScan.scan(pipeline.connection().kafka()),
            topics -> topics.allowedTopics().containsAll(ALLOWED_TOPICS));
  }

  private static void checkRejections(RunningService ingest, List<CanaryLeak> leaks) {
    List<HttpResponse<String>> responses =
        List.of(
            ingest.post(("PK\u0003\u0004" + Canary.WORD).getBytes(UTF_8)),
            ingest.post("/v2/letters", NOT_A_LETTER, "text/plain"),
            ingest.post("/v1/letters", NOT_A_LETTER, "multipart/form-data; boundary=x"),
            ingest.post("/metrics", NOT_A_LETTER, "text/plain"),
            ingest.post(
                "/v1/letters", (Canary.WORD + " ").repeat(900_000).getBytes(UTF_8), "text/plain"));
    for (HttpResponse<String> response : responses) {
      assertThat(response.statusCode()).isBetween(400, 499);
      find("response " + response.statusCode(), response.body() + response.headers(), leaks);
    }
  }

  private static void checkPages(List<CanaryLeak> leaks, RunningService... services) {
    for (RunningService service : services) {
      for (String path : List.of("/metrics", "/health/ready", "/health/live", "/no/such/page")) {
        HttpResponse<String> response = service.get(path);
        find(service + path, response.body() + response.headers(), leaks);
      }
    }
    RunningService monitor = services[services.length - 1];
    for (String path :
        List.of(
            "/",
            "/v1/figures",
            "/v1/statistics",
            "/v1/warnings",
            "/v1/dead-letters",
            "/v1/decisions")) {
      find(monitor + path, monitor.get(path).body(), leaks);
    }
  }

  private static void find(String place, String text, List<CanaryLeak> leaks) {
    if (text.contains(Canary.WORD)) {
      leaks.add(new CanaryLeak(place));
    }
  }
}
