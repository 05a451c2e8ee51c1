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
import org.openimr.systemtest.fixture.KillableBrokers;
import org.openimr.systemtest.fixture.LogCapture;
import org.openimr.systemtest.fixture.MonitorFixture;
import org.openimr.systemtest.fixture.PublishedEvents;
import org.openimr.systemtest.fixture.RestartableRegistry;
import org.openimr.systemtest.fixture.RetryingSender;
import org.openimr.testkit.letter.SyntheticLetters;
import org.openimr.testkit.pipeline.PipelineFixture;
import org.openimr.testkit.pipeline.RunningService;
import org.openimr.tools.generator.model.GeneratedLetter;

/** The only broker is killed and stays away for a minute; all services on the same outage. */
class BrokerOutageIT {
  private static final Duration OUTAGE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final LogCapture log = LogCapture.capture();
  private KillableBrokers brokers;
  private RestartableRegistry registry;
  private PipelineFixture pipeline;
  private PublishedEvents published;
  private RunningService ingest;
  private RunningService enrich;
  private RunningService monitor;

  @BeforeEach
  void letLettersFlow() throws Exception {
    registry = new RestartableRegistry(folder.resolve("registry")).start();
    brokers = KillableBrokers.start(folder, 1);
    pipeline =
        PipelineFixture.connectedTo(brokers.bootstrapServers(), registry.url())
            .withTopics()
            .withSchemas()
            .start(folder);
    published = new PublishedEvents(pipeline.connection());
    ingest = pipeline.ingest(folder.resolve("ingest"));
    enrich = pipeline.enrich(folder.resolve("enrich"));
    monitor = MonitorFixture.start(pipeline, folder.resolve("monitor"));
    PipelineFixture.awaitReady(ingest, enrich, monitor);
  }

  @AfterEach
  void close() throws Exception {
    pipeline.close();
    brokers.close();
    registry.close();
    log.close();
  }

  @Test
  void losesNothingDuringBrokerOutage() throws Exception {
    try (RetryingSender before = RetryingSender.of(ingest, SyntheticLetters.of(0, 40))) {
      assertThat(before.await()).isEmpty();
    }
    await().atMost(PipelineFixture.TIMEOUT).until(() -> published.determinations() > 0);
    Instant gone = Instant.now();
    brokers.kill(1);

    try (RetryingSender during = RetryingSender.of(ingest, SyntheticLetters.of(40, 80))) {
      for (RunningService service : List.of(ingest, enrich, monitor)) {
        await(service.toString())
            .atMost(PipelineFixture.TIMEOUT)
            .until(() -> service.check("broker").equals("DOWN broker not reachable"));
        assertThat(service.ready().statusCode()).isEqualTo(503);
        assertThat(service.live().statusCode()).isEqualTo(200);
        assertThat(service.metrics()).contains("imr_health{check=\"broker\"} 0.0");
      }
      assertThat(log.lines())
          .contains(
              "WARN ingest: broker is down: broker not reachable",
              "WARN enrich: broker is down: broker not reachable",
              "WARN monitor: broker is down: broker not reachable");
      lettersArePushedBack();
      SyntheticLetters files = SyntheticLetters.of(80, 100);
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
    published.awaitComplete(SyntheticLetters.of(0, 100));
    await("what the figures come to")
        .atMost(PipelineFixture.TIMEOUT)
        .untilAsserted(
            () ->
                assertThat(ingest.metrics())
                    .contains("imr_health{check=\"broker\"} 1.0")
                    .contains("imr_letters_ingested_total{source=\"directory\"} 20.0"));
    assertThat(log.lines()).anyMatch(line -> line.matches("INFO ingest: broker is up, after .* s"));
  }

  private void lettersArePushedBack() {
    HttpResponse<String> answer =
        ingest.post(SyntheticLetters.bytes(SyntheticLetters.of(0, 1).letters().getFirst()));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(answer.body()).contains("Broker not reached");
    assertThat(ingest.metrics()).doesNotContain("imr_letters_rejected_total{status=\"503\"} 0.0");
  }

  private void filesAreKept(SyntheticLetters letters) throws Exception {
    for (GeneratedLetter letter : letters.letters()) {
      Files.write(pipeline.inbox().resolve(letter.name() + ".txt"), SyntheticLetters.bytes(letter));
    }
    await()
        .atMost(PipelineFixture.TIMEOUT)
        .until(
            () ->
                log.lines().stream()
                    .anyMatch(line -> line.startsWith("WARN the broker did not confirm")));
    assertThat(Files.readAllBytes(folder.resolve("ingest/taken-files.journal"))).isEmpty();
    assertThat(ingest.metrics()).contains("imr_letters_ingested_total{source=\"directory\"} 0.0");
    try (var files = Files.list(pipeline.inbox())) {
      assertThat(files).hasSize(20);
    }
  }
}
