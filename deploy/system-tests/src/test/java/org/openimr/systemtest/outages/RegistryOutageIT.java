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
import org.openimr.systemtest.fixture.KillableBrokers;
import org.openimr.systemtest.fixture.LogCapture;
import org.openimr.systemtest.fixture.PublishedEvents;
import org.openimr.systemtest.fixture.RestartableRegistry;
import org.openimr.systemtest.fixture.RetryingSender;
import org.openimr.testkit.letter.SyntheticLetters;
import org.openimr.testkit.pipeline.PipelineFixture;
import org.openimr.testkit.pipeline.RunningService;

/** The registry is not there at the start, and goes while letters flow. */
class RegistryOutageIT {
  @TempDir Path folder;
  private final LogCapture log = LogCapture.capture();
  private KillableBrokers brokers;
  private RestartableRegistry registry;
  private PipelineFixture pipeline;
  private RunningService ingest;
  private RunningService enrich;
  private PublishedEvents published;

  @BeforeEach
  void startWithoutARegistry() throws Exception {
    brokers = KillableBrokers.start(folder, 1);
    registry = new RestartableRegistry(folder.resolve("registry"));
    pipeline =
        PipelineFixture.connectedTo(brokers.bootstrapServers(), registry.url())
            .withTopics()
            .start(folder);
    ingest = pipeline.ingest(folder.resolve("ingest"));
    enrich = pipeline.enrich(folder.resolve("enrich"));
    published = new PublishedEvents(pipeline.connection());
  }

  @AfterEach
  void close() {
    pipeline.close();
    brokers.close();
    registry.close();
    log.close();
  }

  @Test
  void startsWithRegistryAndToleratesItsOutage() throws Exception {
    SyntheticLetters first = SyntheticLetters.of(0, 30);
    accept(first);
    for (RunningService service : List.of(ingest, enrich)) {
      await(service.toString())
          .atMost(PipelineFixture.TIMEOUT)
          .until(() -> service.check("registry").equals("DOWN registry not reachable"));
      assertThat(service.ready().statusCode()).isEqualTo(503);
      assertThat(service.metrics()).contains("imr_health{check=\"registry\"} 0.0");
    }
    await()
        .atMost(PipelineFixture.TIMEOUT)
        .until(() -> ingest.check("streams").startsWith("DOWN a stream thread failed"));
    assertThat(ingest.metrics()).doesNotContain("imr_streams_threads_replaced_total 0.0");
    assertThat(log.lines())
        .contains("WARN ingest: registry is down: registry not reachable")
        .anyMatch(
            line ->
                line.matches(
                    "ERROR a stream thread failed and is replaced: .*java.net.ConnectException"));

    registry.start();
    pipeline.registerSchemas();
    PipelineFixture.awaitReady(ingest, enrich);
    published.awaitComplete(first);

    registry.stop();
    for (RunningService service : List.of(ingest, enrich)) {
      await(service.toString())
          .atMost(PipelineFixture.TIMEOUT)
          .until(
              () ->
                  service
                      .check("registry")
                      .equals("DEGRADED registry not reachable; cached schemas are used"));
      assertThat(service.ready().statusCode()).isEqualTo(200);
      assertThat(service.metrics()).contains("imr_health{check=\"registry\"} 0.5");
    }
    accept(SyntheticLetters.of(30, 60));
    await().atMost(PipelineFixture.TIMEOUT).until(() -> allArePublished());

    registry.start();
    await().atMost(PipelineFixture.TIMEOUT).until(() -> ingest.check("registry").equals("UP"));
    published.awaitComplete(SyntheticLetters.of(0, 60));
  }

  /** Without a registry no event can be decoded here, but they can be counted. */
  private boolean allArePublished() {
    return published.count(Topic.DETERMINATIONS) == 60;
  }

  private void accept(SyntheticLetters letters) {
    try (RetryingSender sending = RetryingSender.of(ingest, letters)) {
      assertThat(sending.await()).isEmpty();
    }
  }
}
