package org.openimr.systemtest.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.schemas.topic.Topic;
import org.openimr.systemtest.fixture.GeneratedLetters;
import org.openimr.systemtest.fixture.KillableBrokers;
import org.openimr.systemtest.fixture.LogCapture;
import org.openimr.systemtest.fixture.PipelineFixture;
import org.openimr.systemtest.fixture.PublishedEvents;
import org.openimr.systemtest.fixture.RestartableRegistry;
import org.openimr.systemtest.fixture.RetryingSender;
import org.openimr.systemtest.fixture.RunningService;

/** The registry is not there at the start, and goes while letters flow. */
class RegistryOutageIT {
  @TempDir Path folder;
  private final LogCapture log = LogCapture.capture();
  private KillableBrokers brokers;
  private RestartableRegistry registry;
  private PipelineFixture house;
  private RunningService ingest;
  private RunningService enrich;
  private PublishedEvents published;

  @BeforeEach
  void startWithoutARegistry() throws Exception {
    brokers = KillableBrokers.start(folder, 1);
    registry = new RestartableRegistry(folder.resolve("registry"));
    house = new PipelineFixture(folder, brokers.bootstrapServers(), registry.url());
    house.createTopics();
    ingest = house.ingest(folder.resolve("ingest"));
    enrich = house.enrich(folder.resolve("enrich"));
    published = new PublishedEvents(house.connection());
  }

  @AfterEach
  void close() {
    house.close();
    brokers.close();
    registry.close();
    log.close();
  }

  @Test
  void lettersWaitForARegistryAndFlowOnWithoutTheOneTheyKnew() throws Exception {
    GeneratedLetters first = GeneratedLetters.of(0, 30);
    accept(first);
    for (RunningService part : List.of(ingest, enrich)) {
      await(part.toString())
          .atMost(PipelineFixture.PATIENCE)
          .until(() -> part.check("registry").equals("DOWN registry not reachable"));
      assertThat(part.ready().statusCode()).isEqualTo(503);
      assertThat(part.metrics()).contains("imr_health{check=\"registry\"} 0.0");
    }
    await()
        .atMost(PipelineFixture.PATIENCE)
        .until(() -> ingest.check("streams").startsWith("DOWN a stream thread failed"));
    assertThat(ingest.metrics()).doesNotContain("imr_streams_threads_replaced_total 0.0");
    assertThat(log.lines())
        .contains("WARN ingest: registry is down: registry not reachable")
        .anyMatch(
            line ->
                line.matches(
                    "ERROR a stream thread failed and is replaced: .*java.net.ConnectException"));

    registry.start();
    house.registerSchemas();
    PipelineFixture.awaitReady(ingest, enrich);
    published.awaitComplete(first);

    registry.stop();
    for (RunningService part : List.of(ingest, enrich)) {
      await(part.toString())
          .atMost(PipelineFixture.PATIENCE)
          .until(
              () ->
                  part.check("registry")
                      .equals("DEGRADED registry not reachable; schemas known so far still serve"));
      assertThat(part.ready().statusCode()).isEqualTo(200);
      assertThat(part.metrics()).contains("imr_health{check=\"registry\"} 0.5");
    }
    accept(GeneratedLetters.of(30, 60));
    await().atMost(PipelineFixture.PATIENCE).until(() -> allArePublished());

    registry.start();
    await().atMost(PipelineFixture.PATIENCE).until(() -> ingest.check("registry").equals("UP"));
    published.awaitComplete(GeneratedLetters.of(0, 60));
  }

  /** Without a registry no event can be decoded here, but they can be counted. */
  private boolean allArePublished() {
    return published.count(Topic.DETERMINATIONS) == 60;
  }

  private void accept(GeneratedLetters letters) {
    try (RetryingSender sending = RetryingSender.of(ingest, letters)) {
      assertThat(sending.await()).isEmpty();
    }
  }
}
