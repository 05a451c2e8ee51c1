package org.openimr.systemtest.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.systemtest.fixture.GeneratedLetters;
import org.openimr.systemtest.fixture.KillableBrokers;
import org.openimr.systemtest.fixture.LogCapture;
import org.openimr.systemtest.fixture.PipelineFixture;
import org.openimr.systemtest.fixture.PublishedEvents;
import org.openimr.systemtest.fixture.RestartableRegistry;
import org.openimr.systemtest.fixture.RetryingSender;
import org.openimr.systemtest.fixture.RunningService;
import org.openimr.tools.generator.model.GeneratedLetter;

/** The only broker is killed and stays away for a minute; all services on the same outage. */
class BrokerOutageIT {
  private static final Duration OUTAGE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final LogCapture log = LogCapture.capture();
  private KillableBrokers brokers;
  private RestartableRegistry registry;
  private PipelineFixture house;
  private PublishedEvents published;
  private RunningService ingest;
  private RunningService enrich;
  private RunningService monitor;

  @BeforeEach
  void letLettersFlow() throws Exception {
    registry = new RestartableRegistry(folder.resolve("registry")).start();
    brokers = KillableBrokers.start(folder, 1);
    house = new PipelineFixture(folder, brokers.bootstrapServers(), registry.url());
    house.createTopics();
    house.registerSchemas();
    published = new PublishedEvents(house.connection());
    ingest = house.ingest(folder.resolve("ingest"));
    enrich = house.enrich(folder.resolve("enrich"));
    monitor = house.monitor(folder.resolve("monitor"));
    PipelineFixture.awaitReady(ingest, enrich, monitor);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
    brokers.close();
    registry.close();
    log.close();
  }

  @Test
  void aBrokerThatIsGoneForAMinuteCostsNothingButTime() throws Exception {
    try (RetryingSender before = RetryingSender.of(ingest, GeneratedLetters.of(0, 40))) {
      assertThat(before.await()).isEmpty();
    }
    await().atMost(PipelineFixture.PATIENCE).until(() -> published.determinations() > 0);
    Instant gone = Instant.now();
    brokers.kill(1);

    try (RetryingSender during = RetryingSender.of(ingest, GeneratedLetters.of(40, 80))) {
      for (RunningService part : List.of(ingest, enrich, monitor)) {
        await(part.toString())
            .atMost(PipelineFixture.PATIENCE)
            .until(() -> part.check("broker").equals("DOWN broker not reachable"));
        assertThat(part.ready().statusCode()).isEqualTo(503);
        assertThat(part.live().statusCode()).isEqualTo(200);
        assertThat(part.metrics()).contains("imr_health{check=\"broker\"} 0.0");
      }
      assertThat(log.lines())
          .contains(
              "WARN ingest: broker is down: broker not reachable",
              "WARN enrich: broker is down: broker not reachable",
              "WARN monitor: broker is down: broker not reachable");
      lettersArePushedBack();
      GeneratedLetters files = GeneratedLetters.of(80, 100);
      filesAreKept(files);
      await().atMost(OUTAGE).until(() -> Instant.now().isAfter(gone.plus(OUTAGE)));
      assertThat(during.isDone()).isFalse();
      assertThat(during.refused())
          .isNotEmpty()
          .containsOnly(new RetryingSender.RefusedRequest(503, Optional.of("5")));

      brokers.restart(1);

      PipelineFixture.awaitReady(ingest, enrich, monitor);
      during.await();
    }
    published.awaitComplete(GeneratedLetters.of(0, 100));
    await("what the figures come to")
        .atMost(PipelineFixture.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(ingest.metrics())
                    .contains("imr_health{check=\"broker\"} 1.0")
                    .contains("imr_letters_taken_total{source=\"directory\"} 20.0"));
    assertThat(log.lines()).anyMatch(line -> line.matches("INFO ingest: broker is up, after .* s"));
  }

  private void lettersArePushedBack() {
    HttpResponse<String> answer =
        ingest.post(GeneratedLetters.bytes(GeneratedLetters.of(0, 1).all().getFirst()));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(answer.body()).contains("Broker not reached");
    assertThat(ingest.metrics()).doesNotContain("imr_letters_rejected_total{status=\"503\"} 0.0");
  }

  private void filesAreKept(GeneratedLetters letters) throws Exception {
    for (GeneratedLetter letter : letters.all()) {
      Files.write(house.inbox().resolve(letter.name() + ".txt"), GeneratedLetters.bytes(letter));
    }
    await()
        .atMost(PipelineFixture.PATIENCE)
        .until(
            () ->
                log.lines().stream()
                    .anyMatch(line -> line.startsWith("WARN the broker did not confirm")));
    assertThat(Files.readAllBytes(folder.resolve("ingest/taken-files.journal"))).isEmpty();
    assertThat(ingest.metrics()).contains("imr_letters_taken_total{source=\"directory\"} 0.0");
    try (var files = Files.list(house.inbox())) {
      assertThat(files).hasSize(20);
    }
  }
}
