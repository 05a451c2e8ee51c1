package org.openimr.systemtest.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.enrich.EnrichService;
import org.openimr.ingest.IngestService;
import org.openimr.ingest.IngestSettings;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.monitor.MonitorService;
import org.openimr.sink.monitor.MonitorSettings;
import org.openimr.standalone.process.ChildJvm;
import org.openimr.standalone.process.FreePorts;
import org.openimr.systemtest.fixture.KillableBrokers;
import org.openimr.systemtest.fixture.PublishedEvents;
import org.openimr.systemtest.fixture.RestartableRegistry;
import org.openimr.systemtest.fixture.RetryingSender;
import org.openimr.testkit.letter.SyntheticLetters;
import org.openimr.testkit.pipeline.PipelineFixture;
import org.openimr.testkit.pipeline.RunningService;

/** The clock of the machine that broker and services run on is set back by two hours. */
class ClockStepIT {
  private static final long HOUR_MILLIS = 3_600_000;

  @TempDir Path folder;
  private FakeClock clock;
  private KillableBrokers brokers;
  private RestartableRegistry registry;
  private PipelineFixture pipeline;
  private RunningService ingest;
  private RunningService enrich;
  private RunningService monitor;

  @BeforeEach
  void start() throws Exception {
    clock = FakeClock.controlledBy(folder.resolve("clock"));
    registry = new RestartableRegistry(folder.resolve("registry")).start();
    brokers = KillableBrokers.start(folder, 1, clock.environment());
    pipeline =
        PipelineFixture.connectedTo(brokers.bootstrapServers(), registry.url())
            .withTopics()
            .withSchemas()
            .start(folder);
    ingest =
        process(
            IngestService.class,
            IngestSettings.HTTP_PORT,
            Map.of(IngestSettings.STATE_DIRECTORY, folder.resolve("ingest").toString()));
    enrich =
        process(
            EnrichService.class,
            EnrichService.HTTP_PORT,
            Map.of(EnrichService.STATE_DIRECTORY, folder.resolve("enrich").toString()));
    monitor =
        process(
            MonitorService.class,
            MonitorSettings.HTTP_PORT,
            Map.of(MonitorSettings.STATE_DIR, folder.resolve("monitor").toString()));
  }

  @AfterEach
  void close() throws Exception {
    for (RunningService service : List.of(monitor, enrich, ingest)) {
      service.stop();
    }
    brokers.close();
    registry.close();
  }

  @Test
  void losesAndReordersNothingWhenClockIsSetBack() throws Exception {
    for (RunningService service : List.of(ingest, enrich, monitor)) {
      await().atMost(PipelineFixture.TIMEOUT).ignoreExceptions().until(() -> isReady(service));
    }
    PublishedEvents published = new PublishedEvents(pipeline.connection());
    SyntheticLetters.RevisedPair revised = SyntheticLetters.revised();
    SyntheticLetters before = SyntheticLetters.of(0, 40).plus(revised.first());
    accept(before);
    await().atMost(PipelineFixture.TIMEOUT).until(() -> published.determinations() == 41);

    clock.setBack("-2h");
    SyntheticLetters after = SyntheticLetters.of(40, 80).plus(revised.revision());
    accept(after);
    for (RunningService service : List.of(ingest, enrich, monitor)) {
      await()
          .atMost(PipelineFixture.TIMEOUT)
          .until(() -> service.metrics().contains("imr_clock_set_back_total 1.0"));
    }

    await()
        .atMost(PipelineFixture.TIMEOUT)
        .until(() -> published.count(Topic.DETERMINATIONS) == 82);
    List<ConsumerRecord<String, Object>> events = published.events(Topic.DETERMINATIONS);
    List<ConsumerRecord<String, Object>> revisions =
        events.stream().filter(event -> event.key().equals(revised.caseKey())).toList();
    assertThat(revisions).extracting(ClockStepIT::revision).containsExactly(1, 2);
    assertThat(revisions.get(1).timestamp())
        .as("the later revision has the earlier time")
        .isLessThan(revisions.get(0).timestamp() - HOUR_MILLIS);
    published.awaitComplete(
        SyntheticLetters.of(0, 80).plus(revised.first()).plus(revised.revision()));
    PipelineFixture.awaitReady(ingest, enrich, monitor);
    await()
        .atMost(PipelineFixture.TIMEOUT)
        .until(() -> monitor.get("/v1/figures").body().contains("\"cases\":81"));
  }

  private static int revision(ConsumerRecord<String, Object> event) {
    return (int) ((GenericRecord) event.value()).get("revision");
  }

  private static boolean isReady(RunningService service) {
    return service.ready().statusCode() == 200;
  }

  private void accept(SyntheticLetters letters) {
    try (RetryingSender sending = RetryingSender.of(ingest, letters)) {
      assertThat(sending.await()).isEmpty();
    }
  }

  private RunningService process(Class<?> service, Setting port, Map<Setting, String> more) {
    int chosen = FreePorts.choose();
    Map<String, String> environment = new HashMap<>(clock.environment());
    environment.put(Settings.BOOTSTRAP.variable(), pipeline.connection().text(Settings.BOOTSTRAP));
    environment.put(Settings.REGISTRY.variable(), pipeline.connection().text(Settings.REGISTRY));
    environment.put(port.variable(), Integer.toString(chosen));
    more.forEach((setting, value) -> environment.put(setting.variable(), value));
    ChildJvm process =
        ChildJvm.start(
            service.getSimpleName(),
            new ChildJvm.JavaProgram(service, List.of(), List.of("-Xmx384m"), environment),
            folder.resolve(service.getSimpleName() + ".log"));
    return new RunningService(process, chosen);
  }
}
