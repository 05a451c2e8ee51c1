package org.openimr.systemtest.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openimr.tools.generator.model.GeneratedLetter;

/** The disk of the services is full, and the disk of the broker. */
class DiskFullIT {
  @TempDir Path folder;
  private final LogCapture log = LogCapture.capture();
  private SmallDisk journal;
  private SmallDisk stores;
  private SmallDisk broker;
  private KillableBrokers brokers;
  private RestartableRegistry registry;
  private PipelineFixture pipeline;
  private PublishedEvents published;

  @BeforeEach
  void start() throws Exception {
    journal = SmallDisk.mount(folder.resolve("journal"), 16);
    stores = SmallDisk.mount(folder.resolve("stores"), 256);
    broker = SmallDisk.mount(folder.resolve("broker"), 256);
    registry = new RestartableRegistry(folder.resolve("registry")).start();
    brokers = KillableBrokers.start(broker.folder(), 1);
    pipeline =
        PipelineFixture.connectedTo(brokers.bootstrapServers(), registry.url())
            .withTopics()
            .withSchemas()
            .start(folder);
    published = new PublishedEvents(pipeline.connection());
  }

  @AfterEach
  void close() throws Exception {
    pipeline.close();
    brokers.close();
    registry.close();
    journal.close();
    stores.close();
    broker.close();
    log.close();
  }

  @Test
  void resumesAfterFullDisk() throws Exception {
    RunningService ingest = pipeline.ingest(journal.folder().resolve("ingest"));
    RunningService enrich = pipeline.enrich(stores.folder().resolve("enrich"));
    PipelineFixture.awaitReady(ingest, enrich);
    accept(ingest, SyntheticLetters.of(0, 20));
    published.awaitComplete(SyntheticLetters.of(0, 20));

    theServicesDisk(ingest, enrich);
    theBrokersDisk(ingest, enrich);
  }

  private void theServicesDisk(RunningService ingest, RunningService enrich) throws Exception {
    journal.fill();
    drop(SyntheticLetters.of(20, 30));
    await()
        .atMost(PipelineFixture.TIMEOUT)
        .until(
            () ->
                ingest
                    .check("directory")
                    .equals(
                        "DOWN letter intake paused: can't write the journal (is the disk"
                            + " full?)"));
    assertThat(ingest.ready().statusCode()).isEqualTo(503);
    assertThat(log.lines())
        .anyMatch(line -> line.startsWith("ERROR letter intake paused: can't write the journal"));
    drop(SyntheticLetters.of(30, 40));
    tasksMove(enrich);
    accept(ingest, SyntheticLetters.of(40, 60));
    assertThat(published.determinations()).isLessThan(60);
    try (var files = Files.list(pipeline.inbox())) {
      assertThat(files).hasSize(20);
    }

    journal.free();
    stores.free();

    PipelineFixture.awaitReady(ingest, enrich);
    published.awaitComplete(SyntheticLetters.of(0, 60));
    await()
        .atMost(PipelineFixture.TIMEOUT)
        .untilAsserted(
            () ->
                assertThat(ingest.metrics())
                    .contains("imr_letters_ingested_total{source=\"directory\"} 20.0"));
    assertThat(log.lines()).contains("INFO letter intake resumed");
  }

  /** Stores are opened on a full disk when another instance hands its tasks back. */
  private void tasksMove(RunningService enrich) throws Exception {
    RunningService other = pipeline.enrich(folder.resolve("other"));
    PipelineFixture.awaitReady(other, enrich);
    stores.fill();
    other.stop();
    await()
        .atMost(PipelineFixture.TIMEOUT)
        .untilAsserted(
            () -> {
              HttpResponse<String> ready = enrich.ready();
              assertThat(ready.body()).contains("a stream thread failed and was replaced");
              assertThat(ready.statusCode()).isEqualTo(503);
            });
    assertThat(log.lines())
        .anyMatch(line -> line.startsWith("ERROR a stream thread failed and is replaced: "));
  }

  private void theBrokersDisk(RunningService ingest, RunningService enrich) throws Exception {
    broker.fill();
    try (RetryingSender sending = RetryingSender.of(ingest, SyntheticLetters.of(60, 100))) {
      await().atMost(PipelineFixture.TIMEOUT).until(() -> !brokers.isAlive(1));
      await()
          .atMost(PipelineFixture.TIMEOUT)
          .until(() -> ingest.check("broker").equals("DOWN broker not reachable"));
      assertThat(Files.readString(brokers.log(1))).contains("No space left on device");
      await().atMost(PipelineFixture.TIMEOUT).until(() -> !sending.refused().isEmpty());
      assertThat(sending.refused()).allMatch(refused -> refused.status() == 503);

      broker.free();
      brokers.restart(1);

      sending.await();
    }
    PipelineFixture.awaitReady(ingest, enrich);
    published.awaitComplete(SyntheticLetters.of(0, 100));
    assertThat(published.count(Topic.DEAD_LETTERS)).isZero();
  }

  private void accept(RunningService ingest, SyntheticLetters letters) {
    try (RetryingSender sending = RetryingSender.of(ingest, letters)) {
      assertThat(sending.await()).isEmpty();
    }
  }

  private void drop(SyntheticLetters letters) throws Exception {
    for (GeneratedLetter letter : letters.letters()) {
      Files.write(pipeline.inbox().resolve(letter.name() + ".txt"), SyntheticLetters.bytes(letter));
    }
  }
}
