package org.openimr.outages;

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
import org.openimr.embedded.ChildJvm;
import org.openimr.embedded.FreePorts;
import org.openimr.enrich.EnrichService;
import org.openimr.ingest.IngestService;
import org.openimr.ingest.IngestSettings;
import org.openimr.schemas.Setting;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;
import org.openimr.sink.monitor.MonitorService;
import org.openimr.sink.monitor.MonitorSettings;

/** The clock of the machine that broker and services run on is set back by two hours. */
class ClockIT {
  private static final long HOUR_MILLIS = 3_600_000;

  @TempDir Path folder;
  private FakeClock clock;
  private Brokers brokers;
  private Registry registry;
  private House house;
  private Part ingest;
  private Part enrich;
  private Part monitor;

  @BeforeEach
  void start() throws Exception {
    clock = FakeClock.in(folder.resolve("clock"));
    registry = new Registry(folder.resolve("registry")).start();
    brokers = Brokers.start(folder, 1, clock.environment());
    house = new House(folder, brokers.bootstrapServers(), registry.url());
    house.createTopics();
    house.registerSchemas();
    ingest =
        process(
            IngestService.class,
            IngestSettings.HTTP_PORT,
            Map.of(IngestSettings.STATE, folder.resolve("ingest").toString()));
    enrich =
        process(
            EnrichService.class,
            EnrichService.HTTP_PORT,
            Map.of(EnrichService.STATE, folder.resolve("enrich").toString()));
    monitor =
        process(
            MonitorService.class,
            MonitorSettings.HTTP_PORT,
            Map.of(MonitorSettings.STATE, folder.resolve("monitor").toString()));
  }

  @AfterEach
  void close() throws Exception {
    for (Part part : List.of(monitor, enrich, ingest)) {
      part.stop();
    }
    brokers.close();
    registry.close();
  }

  @Test
  void aClockThatIsSetBackLosesNothingAndReordersNothing() throws Exception {
    for (Part part : List.of(ingest, enrich, monitor)) {
      await().atMost(House.PATIENCE).ignoreExceptions().until(() -> isReady(part));
    }
    Published published = new Published(house.connection());
    Letters.Revised revised = Letters.revised();
    Letters before = Letters.of(0, 40).and(revised.first());
    accept(before);
    await().atMost(House.PATIENCE).until(() -> published.determinations() == 41);

    clock.setBack("-2h");
    Letters after = Letters.of(40, 80).and(revised.revision());
    accept(after);
    for (Part part : List.of(ingest, enrich, monitor)) {
      await()
          .atMost(House.PATIENCE)
          .until(() -> part.metrics().contains("imr_clock_set_back_total 1.0"));
    }

    await().atMost(House.PATIENCE).until(() -> published.count(Topic.DETERMINATIONS) == 82);
    List<ConsumerRecord<String, Object>> events = published.events(Topic.DETERMINATIONS);
    List<ConsumerRecord<String, Object>> revisions =
        events.stream().filter(event -> event.key().equals(revised.caseKey())).toList();
    assertThat(revisions).extracting(ClockIT::revision).containsExactly(1, 2);
    assertThat(revisions.get(1).timestamp())
        .as("the later revision has the earlier time")
        .isLessThan(revisions.get(0).timestamp() - HOUR_MILLIS);
    published.awaitWhole(Letters.of(0, 80).and(revised.first()).and(revised.revision()));
    House.awaitReady(ingest, enrich, monitor);
    await()
        .atMost(House.PATIENCE)
        .until(() -> monitor.get("/v1/figures").body().contains("\"cases\":81"));
  }

  private static int revision(ConsumerRecord<String, Object> event) {
    return (int) ((GenericRecord) event.value()).get("revision");
  }

  private static boolean isReady(Part part) {
    return part.ready().statusCode() == 200;
  }

  private void accept(Letters letters) {
    try (Sending sending = Sending.of(ingest, letters)) {
      assertThat(sending.await()).isEmpty();
    }
  }

  private Part process(Class<?> service, Setting port, Map<Setting, String> more) {
    int chosen = FreePorts.choose();
    Map<String, String> environment = new HashMap<>(clock.environment());
    environment.put(Settings.BOOTSTRAP.variable(), house.connection().text(Settings.BOOTSTRAP));
    environment.put(Settings.REGISTRY.variable(), house.connection().text(Settings.REGISTRY));
    environment.put(port.variable(), Integer.toString(chosen));
    more.forEach((setting, value) -> environment.put(setting.variable(), value));
    ChildJvm process =
        ChildJvm.start(
            service.getSimpleName(),
            new ChildJvm.Program(service, List.of(), List.of("-Xmx384m"), environment),
            folder.resolve(service.getSimpleName() + ".log"));
    return new Part(process, chosen);
  }
}
