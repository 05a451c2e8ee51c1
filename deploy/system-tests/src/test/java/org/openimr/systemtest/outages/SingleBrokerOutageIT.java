package org.openimr.systemtest.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
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

/** One of three brokers is killed, and comes back. */
class SingleBrokerOutageIT {
  @TempDir Path folder;
  private final LogCapture log = LogCapture.capture();
  private KillableBrokers brokers;
  private RestartableRegistry registry;
  private PipelineFixture house;

  @BeforeEach
  void start() throws Exception {
    registry = new RestartableRegistry(folder.resolve("registry")).start();
    brokers = KillableBrokers.start(folder, 3);
    house = new PipelineFixture(folder, brokers.bootstrapServers(), registry.url());
    house.createTopics();
    house.registerSchemas();
  }

  @AfterEach
  void close() {
    house.close();
    brokers.close();
    registry.close();
    log.close();
  }

  @Test
  void lettersFlowOnWhileOneOfThreeBrokersIsGone() throws Exception {
    RunningService ingest = house.ingest(folder.resolve("ingest"));
    RunningService enrich = house.enrich(folder.resolve("enrich"));
    PipelineFixture.awaitReady(ingest, enrich);
    PublishedEvents published = new PublishedEvents(house.connection());

    try (RetryingSender letters = RetryingSender.atRate(ingest, GeneratedLetters.of(0, 200), 20)) {
      await().atMost(PipelineFixture.PATIENCE).until(() -> published.determinations() > 0);
      brokers.kill(2);
      for (RunningService part : List.of(ingest, enrich)) {
        await(part.toString())
            .atMost(PipelineFixture.PATIENCE)
            .until(() -> part.check("broker").matches("DEGRADED .* partitions lack a replica"));
        await(part.toString())
            .atMost(PipelineFixture.PATIENCE)
            .until(() -> part.ready().statusCode() == 200);
        await(part.toString())
            .atMost(PipelineFixture.PATIENCE)
            .until(() -> part.metrics().contains("imr_health{check=\"broker\"} 0.5"));
      }
      letters.await();
    }

    published.awaitComplete(GeneratedLetters.of(0, 200));
    brokers.restart(2);
    await().atMost(PipelineFixture.PATIENCE).until(() -> ingest.check("broker").equals("UP"));
    await().atMost(PipelineFixture.PATIENCE).until(() -> enrich.check("broker").equals("UP"));
    try (RetryingSender more = RetryingSender.of(ingest, GeneratedLetters.of(200, 220))) {
      more.await();
    }
    published.awaitComplete(GeneratedLetters.of(0, 220));
    assertThat(log.lines())
        .anyMatch(
            line -> line.matches("WARN ingest: broker is degraded: .* partitions lack a replica"));
  }
}
