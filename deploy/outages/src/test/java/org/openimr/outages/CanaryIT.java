package org.openimr.outages;

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
import org.openimr.generate.Canary;
import org.openimr.generate.GeneratedLetter;
import org.openimr.generate.LetterPdf;
import org.openimr.schemas.Topic;
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
    List<Leak> leaks = new ArrayList<>();
    try (Log log = Log.ofEverything();
        Registry registry = new Registry(folder.resolve("registry")).start();
        Brokers brokers = Brokers.start(folder, 1);
        House house = new House(folder, brokers.bootstrapServers(), registry.url())) {
      house.createTopics();
      house.registerSchemas();
      Part ingest = house.ingest(folder.resolve("ingest"));
      Part enrich = house.enrich(folder.resolve("enrich"));
      Part monitor = house.monitor(folder.resolve("monitor"));
      House.awaitReady(ingest, enrich, monitor);

      sendAllKinds(ingest, house);
      Published published = new Published(house.connection());
      await().atMost(House.PATIENCE).until(() -> published.determinations() == 20);
      await().atMost(House.PATIENCE).until(() -> published.count(Topic.DEAD_LETTERS) == 3);
      await()
          .atMost(House.PATIENCE)
          .until(() -> monitor.get("/v1/figures").body().contains("\"cases\":20"));

      refusals(ingest, leaks);
      pages(leaks, ingest, enrich, monitor);
      Topics topics = searchAll(house);
      leaks.addAll(topics.leaks());
      leaks.addAll(Processes.leaks());
      log.lines().stream()
          .filter(line -> line.contains(Canary.WORD))
          .forEach(line -> leaks.add(new Leak("log: " + line)));
      for (Path file : List.of(brokers.log(1), folder.resolve("registry/registry.log"))) {
        if (Files.readString(file).contains(Canary.WORD)) {
          leaks.add(new Leak(file.toString()));
        }
      }

      assertThat(log.lines()).hasSizeGreaterThan(100);
      assertThat(topics.holders()).containsExactlyInAnyOrderElementsOf(HOLDERS);
    }
    assertThat(leaks).isEmpty();
  }

  @Test
  void theOtherTestsLeftNothingBehind() throws Exception {
    LeftBehind run = new LeftBehind(Path.of(System.getProperty("imr.root")));

    assertThat(run.files()).isNotEmpty();
    assertThat(run.leaks()).isEmpty();
  }

  @Test
  void whatLeaksIsFound() throws Exception {
    Path report = folder.resolve("some-module/target/surefire-reports/output.txt");
    Files.createDirectories(report.getParent());
    Files.writeString(report, "a letter: " + Letters.of(0, 1).all().getFirst().text());
    Process child = new ProcessBuilder("sh", "-c", "sleep 60; : " + Canary.WORD).start();
    try (Log log = Log.ofEverything()) {
      LoggerFactory.getLogger("org.apache.anything").warn("a letter: {}", Canary.WORD);

      assertThat(log.lines()).anyMatch(line -> line.contains(Canary.WORD));
      assertThat(new LeftBehind(folder).leaks()).hasSize(1);
      assertThat(Processes.leaks()).contains(new Leak("/proc/" + child.pid() + "/cmdline"));
    } finally {
      child.descendants().forEach(ProcessHandle::destroyForcibly);
      child.destroyForcibly();
    }
  }

  /**
   * Letters as text, as PDF and as a file; no letter; one that is no event; one that is too large.
   */
  private static void sendAllKinds(Part ingest, House house) throws Exception {
    try (Sending sending = Sending.of(ingest, Letters.of(0, 10))) {
      sending.await();
    }
    for (GeneratedLetter letter : Letters.of(10, 15).all()) {
      assertThat(ingest.post(LetterPdf.of(letter.manuscript(), true)).statusCode()).isEqualTo(202);
    }
    for (GeneratedLetter letter : Letters.of(15, 20).all()) {
      Files.write(house.inbox().resolve(letter.name() + ".txt"), Letters.bytes(letter));
    }
    assertThat(ingest.post(NO_LETTER).statusCode()).isEqualTo(202);
    Map<String, Object> kafka = new HashMap<>(house.connection().kafka());
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
  private static Topics searchAll(House house) {
    return await()
        .atMost(House.PATIENCE)
        .until(
            () -> Topics.search(house.connection().kafka()),
            topics -> topics.holders().containsAll(HOLDERS));
  }

  private static void refusals(Part ingest, List<Leak> leaks) {
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

  private static void pages(List<Leak> leaks, Part... parts) {
    for (Part part : parts) {
      for (String path : List.of("/metrics", "/health/ready", "/health/live", "/no/such/page")) {
        HttpResponse<String> answer = part.get(path);
        find(part + path, answer.body() + answer.headers(), leaks);
      }
    }
    Part monitor = parts[parts.length - 1];
    for (String path :
        List.of("/", "/v1/figures", "/v1/statistics", "/v1/dead-letters", "/v1/decisions")) {
      find(monitor + path, monitor.get(path).body(), leaks);
    }
  }

  private static void find(String place, String text, List<Leak> leaks) {
    if (text.contains(Canary.WORD)) {
      leaks.add(new Leak(place));
    }
  }
}
