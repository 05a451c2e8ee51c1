package org.openimr.systemtest.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.systemtest.fixture.KillableBrokers;
import org.openimr.systemtest.fixture.LogCapture;
import org.openimr.systemtest.fixture.PublishedEvents;
import org.openimr.systemtest.fixture.RestartableRegistry;
import org.openimr.systemtest.fixture.RetryingSender;
import org.openimr.testkit.letter.SyntheticLetters;
import org.openimr.testkit.pipeline.PipelineFixture;
import org.openimr.testkit.pipeline.RunningService;

/** One of three brokers is killed, and comes back. */
class SingleBrokerOutageIT {
  @TempDir Path folder;
  private final LogCapture log = LogCapture.capture();
  private KillableBrokers brokers;
  private RestartableRegistry registry;
  private PipelineFixture pipeline;

  @BeforeEach
  void start() throws Exception {
    registry = new RestartableRegistry(folder.resolve("registry")).start();
    brokers = KillableBrokers.start(folder, 3);
    pipeline =
        PipelineFixture.connectedTo(brokers.bootstrapServers(), registry.url())
            .withTopics()
            .withSchemas()
            .start(folder);
  }

  @AfterEach
  void close() {
    pipeline.close();
    brokers.close();
    registry.close();
    log.close();
  }

  @Test
  void processesLettersWithoutOneOfThreeBrokers() throws Exception {
    RunningService ingest = pipeline.ingest(folder.resolve("ingest"));
    RunningService enrich = pipeline.enrich(folder.resolve("enrich"));
    PipelineFixture.awaitReady(ingest, enrich);
    PublishedEvents published = new PublishedEvents(pipeline.connection());

    try (RetryingSender letters = RetryingSender.atRate(ingest, SyntheticLetters.of(0, 200), 20)) {
      await().atMost(PipelineFixture.TIMEOUT).until(() -> published.determinations() > 0);
      brokers.kill(2);
      for (RunningService service : List.of(ingest, enrich)) {
        await(service.toString())
            .atMost(PipelineFixture.TIMEOUT)
            .until(() -> service.check("broker").matches("DEGRADED .* partitions lack a replica"));
        await(service.toString())
            .atMost(PipelineFixture.TIMEOUT)
            .until(() -> service.ready().statusCode() == 200);
        await(service.toString())
            .atMost(PipelineFixture.TIMEOUT)
            .until(() -> service.metrics().contains("imr_health{check=\"broker\"} 0.5"));
      }
      letters.await();
    }

    published.awaitComplete(SyntheticLetters.of(0, 200));
    brokers.restart(2);
    await().atMost(PipelineFixture.TIMEOUT).until(() -> ingest.check("broker").equals("UP"));
    await().atMost(PipelineFixture.TIMEOUT).until(() -> enrich.check("broker").equals("UP"));
    try (RetryingSender more = RetryingSender.of(ingest, SyntheticLetters.of(200, 220))) {
      more.await();
    }
    published.awaitComplete(SyntheticLetters.of(0, 220));
    assertThat(log.lines())
        .anyMatch(
            line -> line.matches("WARN ingest: broker is degraded: .* partitions lack a replica"));
  }
}
